/**
 * What people, projects and identity services are called on screen and in attributes. Words are written as `toWords`
 * leaves them: lower case, no accents, no punctuation; attributes join them (`tenantname`) and need no entry of their own.
 */
import type { Terms } from "./meaning.ts";

export const identityRules: readonly Terms[] = [
  {
    meaning: "username",
    words: [
      "username|user name|user|login|login name|user login|login id|sign in name|logon name|logon|uname|usr|userlogin",
      "login username|username login|auth user|account username|principal name|user principal name|j username|auth username",
      "usuario|nombre de usuario|nombre del usuario|nombre usuario|cuenta de usuario|identificador de usuario|usuario de acceso",
      "utilisateur|nom d utilisateur|nom de l utilisateur|nom utilisateur|identifiant|nom de connexion",
      "identifiant de connexion|identifiant utilisateur|compte utilisateur",
      "utilizador|nome de usuario|nome de utilizador|nome do usuario|nome de utilizador",
      "benutzername|benutzer|nutzername|anmeldename|benutzerkennung|nome utente|utente|gebruikersnaam|gebruiker",
      "anvandarnamn|anvandare|brugernavn|brukernavn|kayttajatunnus|kayttajanimi|nazwa uzytkownika|uzytkownik",
      "uzivatelske jmeno|uzivatel|prihlasovaci jmeno|kullanici adi|kullanici|felhasznalonev|nume utilizator|nume de utilizator",
      "имя пользователя|пользователь|логин|ім я користувача|користувач|όνομα χρήστη|nom d usuari|usuari|erabiltzaile izena",
      "用户名|用戶名|用户|帐号|账号|帳號|使用者名稱|使用者|登录名|ユーザー名|ユーザ名|ユーザー|ログイン名|사용자 이름|사용자명|사용자",
    ],
  },
  {
    meaning: "userId",
    words: ["user id|userid|id de usuario|id utilisateur|id de l utilisateur|benutzer id|用户 id|ユーザーid"],
  },
  {
    meaning: "email",
    words: [
      "email|e mail|mail|email address|e mail address|emailaddress|correo|correo electronico|direccion de correo|email id",
      "direccion de correo electronico|direccion de email|courriel|adresse courriel|adresse e mail|adresse email|adresse mail",
      "adresse electronique|adresse de courriel|e mail adresse|endereco de e mail|endereco de email|indirizzo email|indirizzo e mail",
      "e mailadres|e post|epost|e postadress|sahkoposti|adres e mail|почта|электронная почта|邮箱|电子邮件|メールアドレス|이메일",
      "phone number or email|email or phone|email or phone number|email or mobile|email or mobile number|correo electronico o telefono|adresse e mail ou telephone|e mail ou telephone",
    ],
  },
  {
    meaning: "password",
    words: [
      "api key or password|password or api key|password api key|mot de passe cle api|mot de passe cle d api|contrasena clave de api|contrasena clave api|password key|password or key|key or password|password|pass|passwd|pwd|passwort|kennwort|contrasena|clave|mot de passe|motdepasse|mdp|senha|palavra passe|passw|psw",
      "login password|account password|user password|j password|userpassword|api password|clave de usuario|auth password",
      "wachtwoord|losenord|adgangskode|passord|salasana|haslo|heslo|parola|sifre|jelszo|пароль|κωδικός|contrasenya|pasahitza",
      "密码|密碼|パスワード|비밀번호|암호",
    ],
  },
  {
    meaning: "currentPassword",
    words: [
      "current password|old password|existing password|original password|previous password|present password|oldpwd",
      "contrasena actual|contrasena anterior|clave actual|mot de passe actuel|ancien mot de passe|senha atual|senha antiga",
      "aktuelles passwort|altes passwort|derzeitiges passwort|password attuale|huidig wachtwoord|当前密码|原密码|旧密码",
    ],
  },
  {
    meaning: "newPassword",
    words: [
      "new password|create password|create a password|choose password|choose a password|set password|set a password|newpwd",
      "create your password|choose your password|desired password|password new|register password|signup password|newpass",
      "nueva contrasena|contrasena nueva|nueva clave|crear contrasena|crea una contrasena|cree una contrasena|elige una contrasena",
      "nouveau mot de passe|creer un mot de passe|creez un mot de passe|choisir un mot de passe|choisissez un mot de passe",
      "nova senha|crie uma senha|criar senha|nova palavra passe|neues passwort|neues kennwort|passwort wahlen|passwort erstellen",
      "nuova password|crea password|nieuw wachtwoord|nytt losenord|nowe haslo|nove heslo|новый пароль|新密码|新しいパスワード|새 비밀번호",
    ],
  },
  {
    meaning: "confirmPassword",
    words: [
      "confirm password|password confirm|password confirmation|confirm your password|confirm new password|repeat password",
      "repeat new password|retype password|retype new password|re enter password|re enter new password|reenter password",
      "re type password|password again|verify password|verify new password|password repeat|password retype|password2|pass2",
      "password verify|confirmation|confirmpass|new password retype|repeat|password check|password confirmacion|confirm pwd",
      "confirmar contrasena|confirme la contrasena|confirma la contrasena|confirmacion de contrasena|repetir contrasena",
      "repita la contrasena|repite la contrasena|confirmar la contrasena|confirme su contrasena|confirma tu contrasena|confirmar nueva contrasena",
      "confirmar clave|confirmer le mot de passe|confirmez le mot de passe|confirmation du mot de passe|confirmez votre mot de passe",
      "confirmer mot de passe|repeter le mot de passe|confirmer le nouveau mot de passe|confirmar senha|confirme a senha|repita a senha",
      "confirme sua senha|passwort bestatigen|passwort wiederholen|kennwort wiederholen|kennwort bestatigen|conferma password",
      "ripeti password|bevestig wachtwoord|bekrafta losenord|powtorz haslo|potvrdit heslo|подтвердите пароль|повторите пароль",
      "确认密码|確認密碼|パスワードの確認|パスワード確認|비밀번호 확인|confirm secret key|confirm secret",
    ],
  },
  {
    meaning: "oneTimeCode",
    words: [
      "one time code|one time password|one time passcode|otp|otp code|totp|totp code|passcode|2fa|2fa code|mfa|mfa code|mfa token",
      "verification code|security code|authentication code|authenticator code|authenticator|two factor code|two factor|sms code",
      "digit code|digit verification code|confirmation code|recovery code|backup code|pin|pin code|token code|otpcode|access code",
      "second factor|two factor authentication|login code|codigo|codigo de verificacion|codigo de seguridad|codigo de un solo uso",
      "contrasena de un solo uso|codigo de autenticacion|codigo de acceso|code de verification|code de securite|code unique",
      "code a usage unique|mot de passe a usage unique|code d authentification|code de validation|codigo de verificacao",
      "senha descartavel|bestatigungscode|verifizierungscode|einmalcode|einmalpasswort|sicherheitscode|codice di verifica",
      "verificatiecode|engangskod|kod weryfikacyjny|код подтверждения|验证码|驗證碼|動態密碼|認証コード|확인 코드|인증번호|one time",
    ],
  },
  {
    meaning: "userDomain",
    words: [
      "user domain|user domain name|domain of the user|domain of user|userdomain|dominio de usuario|dominio del usuario",
      "nombre de dominio del usuario|nombre del dominio del usuario|domaine utilisateur|domaine de l utilisateur",
      "nom de domaine de l utilisateur|nom de domaine utilisateur|dominio do usuario|benutzerdomane|benutzer domane|用户域",
      "utilisateur nom de domaine|usuario nombre de dominio|usuario nombre del dominio|benutzer domanenname",
      "auth domain|os user domain name|keystone domain|domaine d utilisateur|authentication domain",
    ],
  },
  {
    meaning: "userDomainId",
    words: [
      "user domain id|domain id|domainid|id de dominio|id del dominio|id de domaine|id du domaine|domanen id|id do dominio",
    ],
  },
  {
    meaning: "domain",
    words: [
      "domain|domain name|dominio|nombre de dominio|nombre del dominio|domaine|nom de domaine|nom du domaine|domane|domanenname",
      "nome do dominio|domein|домен|域|域名|网域|ドメイン|ドメイン名|도메인|login domain|realm domain",
    ],
  },
  {
    meaning: "projectName",
    words: [
      "project name|tenant name|projectname|nombre del proyecto|nombre de proyecto|nombre del tenant|nombre de inquilino",
      "nom du projet|nom de projet|nom du tenant|nom de locataire|nome do projeto|projektname|mandantenname|nome progetto",
      "project tenant name|tenant project name|os tenant name|项目名称|プロジェクト名|프로젝트 이름|nom du locataire",
    ],
  },
  {
    meaning: "projectId",
    words: [
      "project id|tenant id|projectid|project uuid|tenant uuid|id del proyecto|id de proyecto|id du projet|id de projet",
      "identifiant du projet|identificador del proyecto|id do projeto|projekt id|项目 id|项目id|project number",
    ],
  },
  {
    meaning: "project",
    words: [
      "project|tenant|proyecto|inquilino|projet|locataire|projeto|projekt|mandant|progetto|项目|プロジェクト|테넌트|프로젝트",
    ],
  },
  {
    meaning: "projectDomain",
    words: [
      "project domain|project domain name|tenant domain|tenant domain name|domain of the project|dominio del proyecto|dominio de proyecto",
      "nombre de dominio del proyecto|nombre del dominio del proyecto|domaine du projet|domaine de projet|nom de domaine du projet",
      "dominio do projeto|projektdomane|projekt domane|项目域|os project domain name|projet nom de domaine|projet domaine|proyecto nombre de dominio",
      "proyecto nombre del dominio|proyecto dominio|projekt domanenname|locataire nom de domaine|inquilino nombre de dominio",
    ],
  },
  {
    meaning: "projectDomainId",
    words: [
      "project domain id|tenant domain id|id de dominio del proyecto|id del dominio del proyecto|id de domaine du projet|projekt domanen id",
    ],
  },
  {
    meaning: "identityApiVersion",
    words: [
      "identity api version|identity version|keystone version|keystone api version|auth version|authentication version|auth api version",
      "version de identidad|version de la api de identidad|version de keystone|version de l api d identite",
      "version de l identite|versao da identidade|identity service version|openstack version|version de autenticacion|version d authentification",
    ],
  },
];
