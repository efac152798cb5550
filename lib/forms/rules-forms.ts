/** What a form is for, by the words of its buttons, heading, title and address. Written as in the other rules. */

export const formKinds = [
  "login",
  "openstack",
  "s3",
  "cloudstack",
  "apiKey",
  "signUp",
  "changePassword",
  "oneTimeCode",
  "search",
  "newsletter",
  "payment",
  "comment",
  "create",
  "unknown",
] as const;
export type FormKind = (typeof formKinds)[number];

/** Kinds that the words alone can tell. */
export type WordKind =
  | Exclude<FormKind, "openstack" | "s3" | "cloudstack" | "apiKey" | "unknown">
  | "save"
  | "recover"
  /** As often the way into another service as a sign-in. */
  | "connect"
  /** On buttons that only send what stands there. */
  | "send"
  /** On to a next step. */
  | "next"
  /** On buttons beside the one that sends. */
  | "aside";

export const formRules: readonly { readonly kind: WordKind; readonly words: readonly string[] }[] = [
  {
    kind: "login",
    words: [
      "log in|login|sign in|signin|log on|logon|log me in|auth login|users sign in|log into|sign into|sign on|enter the cloud",
      "iniciar sesion|inicio de sesion|inicia sesion|inicie sesion|acceder|ingresar|entrar|ingrese|conectarse|conectate|acceso|autenticarse|ingreso|login form",
      "connexion|se connecter|connectez vous|connecte toi|s identifier|identifiez vous|ouvrir une session|me connecter|ouverture de session",
      "anmelden|anmeldung|einloggen|fazer login|iniciar sessao|acessar|aceder|accedi|accesso|inloggen|aanmelden|logga in|log ind|logg inn|logg pa",
      "kirjaudu|zaloguj|zaloguj sie|prihlasit|prihlasit se|giris|giris yap|bejelentkezes|autentificare|вход|войти|увійти|登录|登錄|登入|ログイン|サインイン|로그인|inicia sessio|inicia la sessio|entra",
    ],
  },
  {
    kind: "connect",
    words: [
      "connect|authenticate|unlock|session new|sessions|session|enter|access|conectar|desbloquear|autenticar|identification|authentification|autenticacion|authentication|connecter",
      "deverrouiller|s authentifier|entsperren|verbinden",
    ],
  },
  {
    kind: "send",
    words: [
      "ok|submit|send|go|done|enviar|aceptar|ir|valider|envoyer|soumettre|absenden|senden|okay|invia|verzenden|提交|确定|送信|proceed",
    ],
  },
  {
    kind: "next",
    words: [
      "next|continue|next step|continue to next step|verify|verify password|siguiente|continuar|verificar|suivant|continuer|poursuivre|verifier|weiter|fortfahren|avancar|avanti|continua|volgende|下一步|次へ|다음|nasta|dalej",
    ],
  },
  {
    kind: "aside",
    words: [
      "cancel|close|back|previous|go back|show|hide|show password|hide password|toggle password visibility|toggle|help|clear|reset|dismiss|skip|menu|language|english|learn more|more|try another way|use another account",
      "cancelar|cerrar|atras|volver|anterior|mostrar|ocultar|mostrar contrasena|ayuda|limpiar|restablecer|saltar|idioma|annuler|fermer|retour|precedent|afficher|masquer|afficher le mot de passe|aide|effacer|langue|passer",
      "sign in instead|log in instead|login instead|already have an account|already registered|back to login|back to log in|back to sign in|return to login|return to sign in|i already have an account",
      "ya tengo cuenta|ya tengo una cuenta|ya tienes cuenta|volver al inicio de sesion|volver a iniciar sesion|j ai deja un compte|deja inscrit|deja un compte|retour a la connexion|zuruck zur anmeldung|already have an account sign in",
      "abbrechen|schliessen|zuruck|anzeigen|passwort anzeigen|hilfe|sprache|forgot username|remember me",
    ],
  },
  {
    kind: "signUp",
    words: [
      "sign up|signup|register|registration|create account|create an account|create your account|create user|create my account|join now|join|get started",
      "new account|new user|add user|invite user|start free trial|start trial|create admin|create administrator|create root user|initial setup|setup admin|become a member",
      "registrarse|registrate|registro|crear cuenta|crear una cuenta|crea tu cuenta|crear usuario|nueva cuenta|nuevo usuario|darse de alta|anadir usuario|unete|regístrate",
      "s inscrire|inscription|inscrivez vous|creer un compte|creer mon compte|creez votre compte|creer un utilisateur|nouveau compte|nouvel utilisateur|ajouter un utilisateur",
      "cadastrar|cadastre se|cadastro|criar conta|registar|registrieren|konto erstellen|benutzer erstellen|benutzer anlegen|registrati|crea account|registreren|account aanmaken",
      "registrera|opret konto|zarejestruj|zarejestruj sie|регистрация|зарегистрироваться|注册|註冊|新規登録|会員登録|회원가입|create first user|install",
      "create s3 user|new s3 user|add s3 user|create storage user|create object storage user|create object user|create iam user|crear usuario s3|creer un utilisateur s3|s3 benutzer erstellen",
    ],
  },
  {
    kind: "changePassword",
    words: [
      "change password|update password|reset password|set password|set new password|change my password|new password|password change|save password|password reset",
      "change your password|reset your password|update email|change email|password expired|update passwd|choose a new password",
      "cambiar contrasena|cambiar la contrasena|cambio de contrasena|actualizar contrasena|restablecer contrasena|restablecer la contrasena|nueva contrasena|cambiar clave",
      "changer le mot de passe|changer de mot de passe|modifier le mot de passe|reinitialiser le mot de passe|mettre a jour le mot de passe|nouveau mot de passe|changement de mot de passe",
      "alterar senha|redefinir senha|mudar senha|passwort andern|passwort zurucksetzen|kennwort andern|cambia password|wachtwoord wijzigen|byt losenord|修改密码|重置密码|パスワード変更|비밀번호 변경",
    ],
  },
  {
    kind: "recover",
    words: [
      "forgot password|forgot your password|forgotten password|forgot it|lost password|lost your password|can t sign in|trouble signing in|recover password|send reset link|send reset instructions|recuperar contrasena|olvido su contrasena|ha olvidado su contrasena|olvidaste tu contrasena|has olvidado tu contrasena|he olvidado mi contrasena|olvide mi contrasena|mot de passe oublie|request reset|recover account",
      "enviar enlace|envoyer le lien|passwort vergessen|esqueci minha senha|send instructions|resend|reset my password|recuperar cuenta|send magic link|recuperar clave",
    ],
  },
  {
    kind: "oneTimeCode",
    words: [
      "verify|verify code|two factor|two factor authentication|2fa|2fa form|otp|totp|mfa|one time code|verification|two step verification|verificar|verificacion|verifier|verification en deux etapes",
      "verificacion en dos pasos|autenticacion de dos factores|double authentification|authentification a deux facteurs|bestatigen|zwei faktor authentifizierung|验证|otp login|totp authentification",
    ],
  },
  {
    kind: "search",
    words: ["search|buscar|rechercher|recherche|suche|suchen|pesquisar|cerca|zoeken|搜索|検索|find|busqueda"],
  },
  {
    kind: "newsletter",
    words: [
      "subscribe|newsletter|stay in the loop|subscribe now|notify me|keep me posted|get updates|get the latest updates|join the newsletter|mailing list|waitlist|join waitlist|join our newsletter",
      "suscribirse|suscribete|boletin|suscribirme|s abonner|abonnez vous|inscription a la newsletter|lettre d information|inscreva se|assinar|abonnieren|newsletter abonnieren|iscriviti|订阅|購読",
    ],
  },
  {
    kind: "payment",
    words: [
      "pay|pay now|checkout|place order|buy now|complete order|payment|billing|add card|donate|purchase|pagar|pagar ahora|comprar|finalizar compra|realizar pedido|pago|facturacion|proceed to payment",
      "payer|paiement|payer maintenant|commander|passer la commande|valider la commande|finalizar pedido|bezahlen|jetzt kaufen|zahlung|kaufen|kasse|paga ora|betalen|支付|結算|お支払い|결제|tramitar pedido",
    ],
  },
  {
    kind: "comment",
    words: [
      "post comment|leave a reply|leave a comment|add comment|post reply|submit comment|contact us|send message|reply|comment|publicar comentario|deja un comentario|dejar un comentario|contacto|enviar mensaje",
      "laisser un commentaire|publier le commentaire|poster le commentaire|contactez nous|envoyer le message|publicar comentario|kommentar abschicken|kommentar schreiben|kontakt|invia commento|nachricht senden|comentar",
    ],
  },
  {
    kind: "create",
    words: [
      "create application credential|create access key|create key|generate key|generate keys|generate api keys|regenerate keys|generar claves|generer des cles|generer les cles|add key|create credentials|generate api key|create api key|create token|generate token|create ec2 credentials|create key pair|create secret|new api key|new personal access token",
      "crear credencial de aplicacion|crear identificador de aplicacion|generar clave|crear clave|creer un identifiant d application|generer une cle|creer une cle|crear token|creer un jeton|create new token",
    ],
  },
  {
    kind: "save",
    words: [
      "save|save changes|save settings|update|apply|add|create|test|test connection|submit changes|edit|validate|guardar|guardar cambios|actualizar|aplicar|anadir|agregar|crear|probar conexion",
      "enregistrer|sauvegarder|mettre a jour|appliquer|ajouter|creer|tester|tester la connexion|salvar|gravar|adicionar|criar|speichern|ubernehmen|hinzufugen|erstellen|salva|opslaan|保存|提交|invite|invitar",
    ],
  },
];
