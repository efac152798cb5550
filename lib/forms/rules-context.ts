/** Words that say what a form is about; looked for in what it says, as `toWords` leaves it. Data, as the other rules. */

const oneOf = (...words: readonly string[]): RegExp => new RegExp(String.raw`\b(?:${words.join("|")})\b`, "u");

/** What a form is asked to do something with, where that is not a connection: of these it keeps a record. */
const objects =
  "users?|usuarios?|usuarias?|utilisateurs?|benutzer|tenants?|inquilinos?|locataires?|mandant|projects?|proyectos?|projets?|projekt|" +
  "domains?|dominios?|domaines?|groups?|grupos?|groupes?|gruppe|roles?|members?|miembros?|membres?|mitglied|subscribers?|customers?|" +
  "clientes?|contacts?|contactos?|instances?|instancias?|instanz|vms?|virtual machines?|maquinas? virtual(?:es)?|machines? virtuelles?|" +
  "stacks?|pilas?|piles?|images?|imagen|imagenes|volumes?|volumen|snapshots?|shares?|shared|partages?|comparticion|freigabe|links?|enlaces?|liens?|" +
  "repositor(?:y|ies)|repositorios?|depots?|repos?|tokens?|jetons?|webhooks?|key ?pairs?|administrators?|administradora?|administrateurs?|" +
  "admin|deletions?|eliminacion|borrado|suppression|removal|account deletion|cuenta de usuario|compte utilisateur|employees?|mailbox|buzon";
const doing =
  "create|creating|add|adding|new|edit|editing|update|modify|change|delete|remove|confirm|manage|invite|import|clone|launch|rescue|rebuild|" +
  "reset|set|assign|enroll|provision|register|share|crear|creacion de|anadir|agregar|nuev[oa]s?|editar|edicion de|modificar|actualizar|" +
  "eliminar|borrar|confirmar?|confirme|gestionar|invitar|importar|clonar|lanzar|rescatar|asignar|compartir|creer|creation d[eu]?|creation|" +
  "ajouter|nouveau|nouvel|nouvelle|modifier|editer|edition d[eu]?|mettre a jour|supprimer|confirmer|confirmez|gerer|inviter|importer|cloner|" +
  "lancer|demarrer|attribuer|partager|neuer|neues|neuen|confirm the|secure";
/** What stands between: "Create a new OpenStack user", "Editar el usuario". */
const between =
  "(?: (?:a|an|the|new|un|une|una|el|la|los|las|le|les|l|d|de|del|du|des|your|this|este|esta|ce|cette|an existing|openstack|windows|\\d+))*";

/** Services with user names and passwords of their own. */
const strangers = [
  "smtp|imap|pop3|mail ?servers?|e ?mail servers?|mailgun|sendgrid|servidor de correo|correo saliente|serveur de messagerie|courrier sortant",
  "messagerie|mailer|sip|voip|databases?|data source|datasource|dbname|dbhost|db|mysql|mariadb|postgres|postgresql|mongodb|mongo|redis|cassandra",
  "oracle|mssql|sql server|sqlite|influxdb|clickhouse|couchdb|neo4j|snowflake|jdbc|odbc|elasticsearch|opensearch|bases? de datos|bases? de donnees",
  "datenbank|sftp|ftps?|ssh|scp|telnet|rdp|vnc|snmp|webdav|nfs|smb|cifs|samba|iscsi|ipmi|bmc|redfish|kafka|rabbitmq|amqps?|mqtt|nats|activemq",
  "wifi|wi fi|wlan|ssid|wpa|hotspot|wireless|sans fil|inalambric[oa]|drahtlos|network name|nom du reseau|nombre de la red|ntlm|vpn|openvpn|wireguard|ipsec|l2tp|pppoe|vcenter|vmware|vsphere|esxi|hyper v|nutanix|azure|google cloud|gcp",
  "docker hub|dockerhub|docker|(?:container|image|private|custom|docker) registry|registry|registre d images|registro de (?:contenedores|imagenes)",
  "jira|bitbucket|svn|subversion|git (?:url|repository|repo|remote|server)|sms|twilio|payments?|pagos?|paiements?|paypal|stripe|ingress|htpasswd",
  "remote desktop|escritorio remoto|bureau a distance|network (?:drive|location|share)|file server|winrm|bastion|jump host|camera|onvif|rtsp|printer",
  "dyndns|ddns|dynamic dns|modem|(?:windows|domain|host|guest|device|network) credentials|credenciales de (?:windows|dominio|red)|windows domain|dominio de windows|domaine windows|join (?:the )?domain",
];
/** What checks names and passwords for others, and what passes them on. */
const backends = ["ldaps?|active directory|bind dn|base dn|dn|kerberos|radius|proxy|webhooks?|basic auth|ansible|isp"];

export const contextRules = {
  openstack: /\b(openstack|open stack|keystone|swift|horizon|skyline|nova|cinder|glance|tenant|os username)\b/u,
  /** Not only of a project, or of names that others have as well: there is another Horizon. */
  openstackByName: oneOf(
    "openstack|open stack|keystone|openrc|devstack|swift|floating ?ip|floating ip pool",
    "os (?:username|user name|password|auth url|project name|project id|tenant name|tenant id|region name|user domain name)",
    "identity api version|identity (?:api|endpoint)|identity service|service d identite|servicio de identidad",
  ),
  tenant: oneOf("tenants?(?! id)|inquilino|arrendatario|locataire"),
  s3: /\b(s3|bucket|buckets|minio|aws|amazon|object storage|ec2|ceph|rgw|almacenamiento de objetos|stockage objet|wasabi|spaces)\b/u,
  /** Storage itself, and not only who sells it. */
  storage: oneOf(
    "s3|buckets?|minio|object stor(?:e|age)|rgw|almacenamiento de objetos|stockage d? ?objets?|wasabi|spaces|backups?|storage",
    "almacenamiento|stockage|copias? de seguridad|sauvegardes?|speicher",
  ),
  cloudstack: /\b(cloudstack|cloud stack|cosmic|cloudmonkey|cloudca|cloudplatform)\b/u,
  /** Of consoles like the one whose keys we keep. */
  console: oneOf("console|consola|cloud ?mc|cloud ?ca|mc api|cloud ?ops|cloud (?:portal|management)"),
  /** Services whose user names and passwords are not a cloud's. */
  stranger: oneOf(...strangers, ...backends),
  /** A sign-in to one of these is not to a cloud; one that is checked by a directory may well be. */
  strangerItself: oneOf(...strangers),
  /** Services that use keys of a cloud's kind, and are not its storage. */
  keyStranger: oneOf(
    "dns|route ?53|ses|sns|sqs|sms|mail|e ?mails?|correos?|courriels?|messagerie|smtp|polly|lambda|dynamodb|cloudfront|cognito|bedrock|rekognition|payments?|pagos?|paiements?",
    "exchange|trading|wallet|crypto|livekit|webrtc|captcha|stripe|paypal|binance|analytics|translate|transcribe|push|notifications?|notificaciones",
  ),
  /** The same, where only a field says so: an address for mail stands in many a form. */
  keyStrangerField: oneOf(
    "dns|route ?53|ses|sns|sqs|sms|polly|cognito|bedrock|rekognition|payments?|pagos?|paiements?|stripe|paypal|captcha|let s encrypt|acme|mail service|cloudwatch|fencing",
  ),
  /** A record of somebody or something: whose password stands there is not the one who writes it. */
  record: oneOf(
    `(?:${doing})${between} (?:${objects})`,
    `(?:users?|tenants?|members?|account|instance|benutzer|usuario|utilisateur|compte|cuenta) (?:details?|settings|properties|profile|information|info|data|management|editor)`,
    "(?:detalles|datos|propiedades|perfil|gestion|administracion) (?:de|del|de la|de los) (?:usuarios?|cuenta|inquilino|proyecto|instancia|miembros?)",
    "(?:details|proprietes|informations|profil|gestion|administration) (?:de l|du|de|des|d) ?(?:utilisateurs?|compte|locataire|projet|instances?|membres?)",
    "(?:benutzer|mandanten?|projekt|instanz|konto|freigabe|link) (?:anlegen|erstellen|bearbeiten|loschen|hinzufugen|andern)|benutzerdaten|benutzerdetails",
    "(?:delete|remove|close|deactivate|disable) (?:(?:your|my|this|the) )?(?:account|bucket|service|server|cluster|vault|key)",
    "(?:eliminar|borrar|cerrar|desactivar) (?:(?:la|su|tu|mi) )?(?:cuenta|clave|servidor)|(?:supprimer|fermer|cloturer) (?:(?:le|votre|mon) )?(?:compte|serveur)",
    "(?:alta|altas|baja|bajas) de (?:usuarios?|clientes?|miembros?|empleados?)|konto loschen|confirm (?:the )?(?:delete|deletion|removal|termination)|primary project|proyecto (?:primario|principal)|projet (?:principal|primaire)",
    "primares projekt|hauptprojekt|windows administrator|launch stack|rescue",
  ),
  /** What gets a password here: not the one who reads it. */
  givesPassword: oneOf(
    "(?:set|reset|change|assign|choose|create|define|new)(?: [a-z]+){0,3} passwords?|(?:cambiar|establecer|asignar|restablecer|definir)(?: [a-z]+){0,3} contrasena",
    "(?:definir|changer|modifier|reinitialiser|choisir)(?: [a-z]+){0,3} mot de passe|passwort (?:andern|setzen|zurucksetzen|festlegen)",
  ),
  /** Pages on which things are set, not used. */
  settings: oneOf(
    "settings?|configuration|configure|config|setup|set up|preferences|options|properties|details|profile|ajustes|configuracion|configurar|opciones",
    "preferencias|detalles|propiedades|perfil|parametres|reglages|configurer|proprietes|profil|einstellungen|konfiguration|optionen|eigenschaften",
    "administrators?|administradora?|administrateur|instalacion|installation|(?:link|connect|add) (?:your|a|an|my)|vincul(?:a|ar)|conecta tu|conectar su|connectez votre|associe[rz]|lie[rz] votre",
    "users|usuarios|utilisateurs|accounts|cuentas|comptes|roles|permissions|registration|onboarding|workspace|trial",
    "integrations?|integraciones|connections?|conexion|conexiones|data sources?|connectors?|webhooks?",
    "join(?:ing)?|free|gratis|gratuit(?:ement)?|rejoign(?:ez|ons)|rejoindre|unete|empieza|empezar|commencez|get started|start now|new here|kostenlos|beitreten",
    "imports?|exports?|share|shared|sharing|deploy|deployment|install|installer|wizard|migrat(?:e|ion)|backup|restore|encrypt(?:ion)?",
  ),
  /** On a way in, or nothing at all. */
  welcome:
    /^[ |]*$|\b(?:welcome|hi|hello|hey|good (?:morning|afternoon|evening)|passwords?|accounts?|verify|identity|bienvenid[oa]s?|bienvenida|bienvenue|hola|bonjour|bonsoir|salut|buenos|buenas|contrasena|clave|cuenta|identidad|mot de passe|compte|identite|willkommen|hallo|passwort|kennwort|konto)\b/u,
  /** Lists of what a cloud keeps: what stands beside them makes one more, or changes one. */
  lists: oneOf(
    "users|projects|tenants|domains|groups|members|instances|volumes|images|stacks|shares|roles|usuarios|proyectos|inquilinos|dominios|grupos|miembros",
    "instancias|volumenes|imagenes|utilisateurs|projets|locataires|domaines|groupes|membres|benutzer|projekte|mandanten|domanen|gruppen|instanzen",
  ),
  /** Who has keys: not what they open. */
  keyHolders: oneOf("users|usuarios|utilisateurs|service accounts?|subusers?|identities"),
  /** Something that is kept under a password of its own. */
  locked: oneOf(
    "protected|protegid[oa]s?|protegee?s?|geschutzt|encrypt(?:ed|ion)?|decrypt(?:ion)?|cifrad[oa]s?|cifrar|descifrar|chiffree?s?|chiffrer|chiffrement",
    "dechiffrer|verschlusselt|files?|fichiers?|archivos?|ficheros?|datei|documents?|documentos?|pdf|zip|archives?|share[ds]?|sharing|compartid[oa]s?",
    "partagee?s?|partages?|freigabe|links?|enlaces?|liens?|rooms?|salas?|salles?|meetings?|reunion|reuniones|webinar|galler(?:y|ies)|albums?",
    "wallets?|cartera|portefeuille|vaults?|boveda|coffre|keystore|certificates?|certificad[oa]s?|certificats?|private key|disks?|discos?|disques?",
    "delete|deletion|remove|eliminar|borrar|supprimer|suppression|loschen|import|export|restore|restaurar|restaurer|backups?|seed|guests?",
  ),
} as const;
export type Context = keyof typeof contextRules;

/** What says that a field belongs to another thing than the rest of its form: its server, its mail, its new machine. */
export const elsewhere = oneOf(
  "ssh|amqps?|rabbitmq|smtp|imap|mail server|ldaps?|proxy|ipmi|bmc|snmp|mqtt|kafka|database|db|mysql|postgres(?:ql)?|mongodb|redis|base de datos",
  "base de donnees|vnc|rdp|winrm|console|bastion|jump host|registry|docker|git|webdav|s?ftp|nfs|smb|vpn|ntp|dns|syslog|metrics|ceilometer",
  "instances?|instancias?|instanz|vms?|guests?|maquina virtual|machine virtuelle|root|windows|linux|sudo|appliance|node|nodo|noeud|backup|encryption",
  "stf|events?|eventos?|evenements?|infrared|undercloud|conversion|migration|vmware|vcenter",
);

/** Whose password it is where an administrator's and another one are asked for. */
export const ofAdministrator = oneOf("admin|administrators?|administradora?|administrateur");

/** Whom a password belongs to, where the form calls nobody a user. */
export const accounts =
  /^(?:(?:openstack|cloud|your|sign in with|log in with|enter|nombre|nom|de|la|du|d|un|technical|service|servicio|dienst|admin) )*(?:account|accounts?name|service ?account|cuenta|compte|konto|dienstkonto)(?: (?:name|de servicio|de service|servicio))?$/u;

/** The possessive: a share's or an archive's password is not its reader's own. */
export const ownPassword = oneOf(
  "your password|(?:su|tu) contrasena|(?:votre|ton) mot de passe|(?:ihr|dein) (?:passwort|kennwort)",
);

/** "New login", "Add a connection": a record of names and passwords, and no way in. */
export const makesRecord =
  /^(?:new|add|edit|create|update|delete|remove|saved|nuev[oa]|editar|anadir|nouv(?:eau|elle|el)|modifier|ajouter|neue[rs]?)\b/u;
