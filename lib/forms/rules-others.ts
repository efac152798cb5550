/** What fields are called that are none of ours: they are known so that nothing of ours is taken for them. */
import type { Terms } from "./meaning.ts";

export const otherRules: readonly Terms[] = [
  {
    meaning: "decoy",
    words: [
      "fake|fakeusername|fakepassword|fake email|fake password|fake user|fakeusernameremembered|fakepasswordremembered|honeypot|honey|hp field",
      "decoy|dummy|dummy username|dummy password|trap|bot check|botcheck|antispam|anti spam|antispam field|bot field|leave blank",
      "leave this empty|leave empty if human|do not fill|do not fill this|hidden username|hidden password|prevent autofill|autofill|noautofill|deja vide",
    ],
  },
  {
    meaning: "captcha",
    words: [
      "captcha|captcha code|recaptcha|hcaptcha|security image|image code|characters in the image|validate code|图形验证码|codigo captcha|code captcha",
      "captcha answer|characters you see|type the characters|site key|recaptcha secret key|recaptcha site key|code de l image|turnstile",
    ],
  },
  {
    meaning: "search",
    words: [
      "search|q|query|filter|find|keyword|keywords|search term|search for|buscar|busqueda|filtrar|filtro|rechercher|recherche|filtrer|filtre",
      "suche|suchen|pesquisar|procurar|cerca|ricerca|zoeken|sok|поиск|搜索|検索|검색|go to",
    ],
  },
  {
    meaning: "newEmail",
    words: [
      "new email|new email address|confirm email|confirm email address|repeat email|nuevo correo|confirmar correo|nouvel e mail|nouvelle adresse e mail|neue e mail",
    ],
  },
  {
    meaning: "bucket",
    words: [
      "bucket|bucket name|bucketname|container|container name|path|folder|folder name|folder path|prefix|path prefix|bucket prefix|subfolder|directory",
      "mount point|root|root path|key prefix|object prefix|storage class|storage policy|policy|policy name|acl|remote path|upload path|storageclass",
      "base path|path in bucket|object key|contenedor|nombre del contenedor|nombre del bucket|carpeta|ruta|prefijo|cubo|balde|nome do bucket|pasta",
      "compartiment|nom du compartiment|nom du bucket|dossier|chemin|prefixe|conteneur|nom du conteneur|clase de almacenamiento|classe de stockage",
      "caminho|ordner|pfad|speicherklasse|cartella|percorso|map|桶|桶名称|存储桶|バケット|バケット名|버킷|space name|space|volume|database|datacenter",
    ],
  },
  {
    meaning: "objectName",
    words: [
      "name|display name|description|label|title|alias|nickname|comment|note|notes|secret name|credential name|credentials name|connection name|tag|tags",
      "account label|profile name|configuration name|config name|storage name|service name|key name|remote name|repository name|datasource name|source name",
      "destination name|target name|mapping name|cluster name|instance name|cloud name|credential id|account|account name|provider|provider name|type",
      "resource name|data source name|backend name|secret id|location name|group|group name|role|role name|environment|scope|slug|workspace|endpoint name",
      "nombre|nombre para mostrar|descripcion|etiqueta|titulo|nombre de la conexion|nombre de la cuenta|nombre de perfil|nombre de la credencial|tipo|notas",
      "nom|nom d affichage|description|libelle|titre|nom de la connexion|nom du compte|nom du profil|nom de la configuration|fournisseur|remarque|compte",
      "nome|nome da conexao|descricao|bezeichnung|beschreibung|anzeigename|nome visualizzato|descrizione|naam|omschrijving|名称|描述|名前|説明|이름|설명",
      "proveedor|profile|perfil|profil|credentials profile name|project description|nombre del servicio|nom du service|nome do servico|cuenta|conta|konto",
    ],
  },
  {
    meaning: "payment",
    words: [
      "card number|cardnumber|credit card|credit card number|cvc|cvv|cvv2|csc|expiry|expiry date|expiration date|expiration month|expiration year|iban|bic",
      "name on card|cardholder|cardholder name|card holder|card verification|account number|sort code|routing number|card security code|mm yy|exp date",
      "numero de tarjeta|tarjeta|titular|titular de la tarjeta|fecha de caducidad|caducidad|fecha de vencimiento|codigo de seguridad cvv|coupon|promo code",
      "numero de carte|carte bancaire|titulaire|titulaire de la carte|date d expiration|cryptogramme|numero do cartao|cartao|validade|kartennummer|gutschein",
      "karteninhaber|ablaufdatum|prufnummer|numero carta|cupon|gift card|discount code|gift card pin|vat|vat number|nif|cif|rfc|siret",
    ],
  },
  {
    meaning: "personal",
    words: [
      "full name|first name|last name|given name|family name|surname|middle name|company|company name|organization|organisation|phone|phone number|mobile",
      "mobile number|telephone|address line|address 1|address 2|street|street address|city|town|state|province|country|zip|zip code|postal code|postcode",
      "birth date|date of birth|birthday|age|gender|job title|website|your name|your website|fax|county|suburb|apartment|department|referral",
      "nombre completo|apellido|apellidos|primer apellido|empresa|compania|telefono|movil|direccion|ciudad|provincia|pais|codigo postal|fecha de nacimiento|dni",
      "nom complet|prenom|nom de famille|societe|entreprise|telephone|portable|ville|pays|code postal|date de naissance|site web|votre nom",
      "nome completo|sobrenome|telefone|endereco|cidade|estado|cep|vorname|nachname|firma|telefon|strasse|stadt|land|plz|geburtsdatum|nome e cognome|cognome",
      "language|lang|locale|idioma|langue|sprache|lingua|语言|言語|timezone|time zone|zona horaria|fuseau horaire|invite code|invitation code|full name of user",
    ],
  },
  {
    meaning: "comment",
    words: [
      "message|your message|your comment|reply|feedback|subject|mensaje|comentario|asunto|commentaire|votre commentaire|sujet|mensagem|kommentar|nachricht|betreff|評論|留言",
    ],
  },
  {
    meaning: "otherSecret",
    words: [
      "token|access token|refresh token|session token|personal access token|bearer token|auth token|security token|client id|client secret|bot token|webhook secret",
      "passphrase|encryption key|encryption password|private key|ssh key|public key|certificate|license key|licence key|signing key|signing secret|secret token",
      "encryption passphrase|kms key|kms key id|sse c encryption key|sse key|master key|recovery key|database password|db password|smtp password|proxy password",
      "bind password|dn|user dn|bind user|distinguished name|dn utilisateur|dn de usuario|dn del usuario|dn de l utilisateur|benutzer dn|base dn|root password|admin token|registration token|deploy token|api token|token id|token secret|license|session secret|jwt secret|app secret|app key",
      "backup password|archive password|smtp username|smtp user|proxy username|proxy user|database user|database username|db user|bind dn|service account json",
      "clave de cifrado|clave de encriptacion|contrasena de cifrado|clave privada|clave publica|frase de contrasena|token de acceso|token de api|clave de licencia",
      "cle de chiffrement|mot de passe de chiffrement|cle privee|cle publique|phrase secrete|phrase de passe|jeton|jeton d acces|jeton d api|cle de licence",
      "chave de criptografia|chave privada|chave publica|verschlusselungspasswort|privater schlussel|lizenzschlussel|zugriffstoken|verschlusselungsschlussel",
      "contrasena smtp|contrasena del proxy|mot de passe smtp|mot de passe du proxy|passwort verschlusselung|subscription id|application id|object id|令牌|私钥|公钥",
      "password hint|password reminder|password expiry|password length|minimum password length|password policy|security question|security answer|secret question",
      "secret answer|username claim|username attribute|password attribute|user filter|user attribute|user base|trust id|totp secret|mfa secret|account key",
      "contrasena de la base de datos|mot de passe de la base de donnees|service account|client key|consumer key|consumer secret|publishable key|stripe secret key",
    ],
  },
  {
    meaning: "otherUrl",
    words: [
      "location constraint|alias host|cdn host|public host|virtual host|floating ip pool|iam endpoint|sts endpoint|sts url|iam url|proxy|proxy url|proxy host|proxy server|proxy port|callback url|redirect url|redirect uri|webhook url|webhook|public url",
      "console url|cdn url|website url|site url|home page|homepage|repository url|git url|image url|logo url|issuer url|metadata url|horizon url|dashboard url|web ui url",
      "domain controller|controlador de dominio|controleur de domaine|gateway|passerelle|pasarela|appliance url|agent url|callback|documentation url|support url|help url|icon url|payload url|registry url|registry|health check url|metrics url|api proxy|api proxy url",
      "object url|public endpoint|cdn|custom domain|base public url|cname|download url|discovery url|token url|authorization url|userinfo url|logout url|sns endpoint|sqs endpoint",
      "url publica|url de redireccion|url de retorno|proxy puerto|url publique|url de redirection|url de rappel|servidor proxy|serveur proxy|smtp host|smtp port|smtp server",
      "ldap url|ldap server|ldap host|database host|db host|database port|kms endpoint|kms url|volume endpoint|storage url suffix|endpoint suffix|url template|email domain",
      "dns domain|search domain|root domain|subdomain|custom domain name|hosted zone|object storage endpoint url template|default domain|domaine personnalise|dominio personalizado",
    ],
  },
  {
    meaning: "other",
    words: [
      "remember me|keep me signed in|timeout|lifetime|interval|retention|ttl|max size|chunk size|part size|limit|quota|size|count|number|frequency|schedule|cron|cron rule",
      "refresh token lifetime|access token lifetime|session timeout|request timeout|expires|expiration|expiry time|signature version|protocol|version|network|subnet|image|flavor",
      "availability zone|zone|arn|role arn|assume role arn|external id|namespace|service type|interface|endpoint type|ca certificate|ca cert|ssl|tls|verify ssl|use ssl|date|time",
      "auth provider|authentication type|auth type|auth method|authentication method|auth method type|realm|account type|permissions|mfa serial|mfa serial number|max keys|addressing style",
      "authenticate using|autenticarse mediante|se connecter avec|login method|auth mode|metodo de autenticacion|methode d authentification|zona|zona de disponibilidad|zone de disponibilite",
    ],
  },
];
