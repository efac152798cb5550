/** Forms that ask for what we have, in our words, and want another's: each of them gets nothing at all. */
import type { Outline } from "./notes.ts";

const user = "User name | name=username | !";
const password = "Password | name=password; pw | !";
const usuario = "Usuario | name=usuario | !";
const clave = "Contraseña | name=clave; pw | !";
const utilisateur = "Nom d’utilisateur | name=user | !";
const motDePasse = "Mot de passe | name=mdp; pw | !";

const form = (
  name: string,
  heading: string,
  buttons: readonly string[],
  fields: readonly string[],
  more: Partial<Outline> = {},
): Outline => ({ kind: "negative", name, heading, buttons, fields, ...more });

/** Servers and services of another kind. */
export const otherServices: readonly Outline[] = [
  form("database", "Database connection", ["Connect"], ["Host | | !", "Port | | !", "Database | | !", user, password]),
  form("database fr", "Connexion à la base de données", ["Connexion"], ["Serveur | | !", utilisateur, motDePasse]),
  form("database es", "Conectar a la base de datos", ["Conectarse"], ["Servidor | | !", usuario, clave]),
  form("smtp", "SMTP", ["Connect"], ["Server | | !", "Port | | !", user, password]),
  form("smtp saved", "Outgoing mail", ["Save credentials"], ["SMTP server | | !", user, password]),
  form("mail es", "Correo saliente", ["Acceder"], ["Servidor | | !", "Puerto | | !", usuario, clave]),
  form("vpn", "VPN", ["Connect"], [user, password]),
  form("vpn fr", "Connexion VPN", ["Se connecter"], ["Passerelle | name=gw | !", utilisateur, motDePasse]),
  form("ssh", "Open terminal", ["Connect"], ["SSH host | | !", "Port | | !", user, password]),
  form("terminal", "New session", ["Connect"], ["Host | name=host | !", user, password]),
  form("ftp", "FTP", ["Log in"], ["Host | | !", user, password]),
  form("sftp storage", "Add remote storage", ["Authenticate"], ["SFTP server | | !", user, password]),
  form("wifi", "Wi-Fi", ["Connect"], ["SSID | | !", password]),
  form("wifi es", "Red Wi-Fi", ["Conectar"], ["Nombre de la red (SSID) | | !", clave]),
  form("ldap", "LDAP", ["Save"], ["Auth server | | !", "Port | | !", user, password]),
  form(
    "ldap fr",
    "Serveur",
    ["Enregistrer les informations d’identification", "Continuer"],
    [
      "- | ph=Hôte; id=ldap_host | !",
      "- | ph=DN utilisateur; id=ldap_dn | !",
      "- | ph=Mot de passe; id=ldap_agent_password; pw | !",
    ],
  ),
  form("directory", "Active Directory", ["Sign in"], ["Domain controller | | !", "Domain | | !", user, password]),
  form(
    "registry",
    "Custom registry",
    ["Connexion"],
    [
      "Name | name=registry_name | !",
      "Registry URL | name=registry_url | !",
      "Username | name=registry_username | !",
      "Password | name=registry_password; pw | !",
    ],
  ),
  form("docker", "Docker registry", ["Log in"], ["Registry | | !", user, password]),
  form("registry es", "Registro de contenedores", ["Autenticarse"], ["URL | | !", usuario, clave]),
  form(
    "snmp",
    "SNMP v3",
    ["Apply"],
    ["User name | | !", "Authentication password | pw | !", "Privacy password | pw | !"],
  ),
  form("rabbitmq", "Message queue", ["Connect"], ["AMQP URL | | !", user, password]),
  form("proxy", "Proxy", ["OK"], ["Proxy server | | !", user, password]),
  form("vcenter", "vCenter", ["Connect"], ["Server | | !", "Domain | | !", user, password]),
  form("horizon view", "VMware Horizon", ["Connect"], ["Connection server | | !", user, password, "Domain | | !"]),
  form("desktops", "Horizon", ["Connect"], ["Server | | !", user, password, "Domain | | !"]),
  form("vcenter whole", "vCenter", ["Next"], ["Host | | !", "Domain | | !", "Region | | !", user, password]),
  form("git", "Import repository", ["Import"], ["Git URL | | !", "Username | | !", password]),
  form("git clone", "Clone", ["Continue"], ["Repository URL | | !", "Username | | !", password]),
  form("jira", "Jira", ["Test connection"], ["URL | | !", user, password, "Project | | !"]),
  form("monitoring", "Data source: logs", ["Save"], ["URL | | !", "Tenant | | !", user, password]),
  form("ingress", "Ingress", ["Update"], ["Host | | !", user, password]),
  form("ingress plain", "Ingress", ["OK"], ["Host | | !", user, password]),
  form("basic auth", "Basic auth", ["Apply"], [user, password]),
  form("kerberos", "Kerberos realm", ["Join"], ["Domain | | !", "User | | !", password]),
  form("camera", "Camera", ["Next"], ["RTSP address | | !", user, password]),
  form("bmc fr", "Contrôleur IPMI", ["Valider"], ["Adresse IP | | !", utilisateur, motDePasse]),
  form("mysql admin", "MySQL", ["Sign in"], ["Server | | !", user, password, "Database | | !"]),
];

/** Keys in the words of object storage and CloudStack. */
export const otherKeys: readonly Outline[] = [
  form("livekit", "LiveKit", ["Connect"], ["URL | | !", "API key | | !", "API secret | pw | !"]),
  form("exchange", "Connect your exchange", ["Connect"], ["API URL | | !", "API Key | | !", "Secret Key | pw | !"]),
  form("gateway", "Payment gateway", ["Save"], ["API URL | | !", "API key | | !", "Secret key | pw | !"]),
  form(
    "pago",
    "Pasarela de pago",
    ["Guardar"],
    ["URL de la API | | !", "Clave de API | | !", "Clave secreta | pw | !"],
  ),
  form("sms", "SMS provider", ["Save"], ["Endpoint | | !", "API key | | !", "API secret | pw | !"]),
  form("dns", "DNS provider", ["Save"], ["API endpoint | | !", "API key | | !", "API secret | pw | !"]),
  form(
    "route53",
    "DNS provider: Route53",
    ["Save"],
    ["Access Key ID | | !", "Secret Access Key | pw | !", "Zone | | !"],
  ),
  form("ses", "E-mail: Amazon SES", ["Save"], ["Access key | | !", "Secret key | pw | !", "Region | | !"]),
  form("video", "Video conference", ["Save"], ["Server URL | | !", "API Key | | !", "API Secret | pw | !"]),
  form(
    "ceph key",
    "Create S3 key",
    ["Create Key", "Cancel"],
    ["Username | | !", "Access key | | !", "Secret key | pw | !"],
  ),
  form("ceph key plain", "S3 Key", [], ["Username | | !", "Access key | | !", "Secret key | pw | !"]),
  form("minio users", "Users", ["Save"], ["Access Key | | !", "Secret Key | pw | !"]),
  form("minio account", "Create service account", ["Create"], ["Access Key | | !", "Secret Key | pw | !"]),
  form("usuario s3", "Nuevo usuario", ["Guardar"], ["Clave de acceso | | !", "Clave secreta | pw | !"]),
  form("user keys fr", "Ajouter un utilisateur", ["Ajouter"], ["Clé d’accès | | !", "Clé secrète | pw | !"]),
];

/** Somebody else's record, or a thing that gets a user of its own. */
export const records: readonly Outline[] = [
  form("user details", "User details", ["OK"], [user, password, "Role | select; options=admin,user | !"]),
  form("user details save", "User details", ["Save"], [user, password]),
  form("datos", "Datos del usuario", ["Aceptar"], [usuario, clave]),
  form("informations", "Informations de l’utilisateur", ["Valider"], [utilisateur, motDePasse]),
  form("delete account", "Delete account", ["Delete"], [user, password]),
  form("delete account ok", "Delete your account", ["Continue"], [user, password]),
  form("eliminar", "Eliminar la cuenta", ["Continuar"], [usuario, clave]),
  form("rescue", "Rescue instance", ["Rescue"], ["Image | select; options=1:Debian | !", password, user]),
  form("stack", "Launch Stack", ["Launch"], ["Admin user | | !", "Admin password | pw | !"]),
  form("windows", "Set Windows administrator", ["OK"], [user, password]),
  form("share", "Share link", ["Share"], ["E-mail | type=email | !", password]),
  form("share ok", "Share link", ["OK"], ["User | | !", password]),
  form("welcome", "Welcome", ["Continue"], ["Email | type=email | !", "Password | pw; ac=new-password | !"]),
  form("bienvenue", "Bienvenue", ["Suivant"], ["E-mail | type=email | !", "Mot de passe | pw; ac=new-password | !"]),
  form(
    "tenant",
    "Create tenant",
    ["Create"],
    ["Tenant name | | !", "Admin user name | | !", "Admin password | pw | !"],
  ),
  form("tenant ok", "New tenant", ["OK"], ["Tenant name | | !", user, password, "Domain | | !"]),
  form("edit user", "Edit User", ["Save"], [user, password, "Primary project | | !", "Domain | | !"], {
    title: "Edit User - OpenStack Dashboard",
  }),
  form("update user", "Update user", ["Update User"], [user, password, "Project | | !", "Domain | | !"], {
    title: "Users - OpenStack Dashboard",
  }),
  form("usuario", "Editar usuario", ["Enviar"], [usuario, clave, "Proyecto | | !", "Dominio | | !"], {
    title: "Usuarios - OpenStack Dashboard",
  }),
  form(
    "utilisateur",
    "Modifier l’utilisateur",
    ["Valider"],
    [utilisateur, motDePasse, "Projet | | !", "Domaine | | !"],
    {
      title: "Utilisateurs - OpenStack Dashboard",
    },
  ),
  form("unnamed user", "", ["Submit"], [user, password, "Primary Project | | !", "Domain Name | | !"], {
    title: "Identity - OpenStack Dashboard",
  }),
  form("instance", "Launch instance", ["Launch"], ["Instance name | | !", "Project | | !", user, password]),
  form("instancia", "Lanzar instancia", ["Siguiente"], ["Proyecto | | !", "Dominio | | !", usuario, clave]),
  form("deletion", "Confirm deletion", ["Delete"], ["Project name | | !", user, password]),
  form("suppression", "Confirmer la suppression", ["Continuer"], ["Nom du projet | | !", utilisateur, motDePasse]),
  form("member", "Add member", ["Next"], ["E-mail | type=email | !", password, "Project | | !", "Domain | | !"]),
  form("subscriber", "New customer", ["Next"], [user, password]),
  form("admin", "Set up the administrator", ["Continue"], [user, password]),
  form("import vm", "Import virtual machine", ["Next"], ["Guest user | | !", "Guest password | pw | !"]),
  form("password of a share", "This share is protected", ["Continue"], [password]),
  form("archivo", "Archivo cifrado", ["Siguiente"], [clave]),
  form("document", "Document protégé", ["Continuer"], [motDePasse]),
  form("meeting", "Join the meeting", ["Continue"], ["Meeting password | pw | !"]),
  form("disk", "Encrypt disk", ["Next"], [password]),
  form("code", "Check your phone", ["Verify"], ["- | name=input-4; pw; maxlength=6 | !"]),
  form("reset", "Forgot your password?", ["Continue"], ["E-mail | type=email | !"]),
  form("reset step", "Reset password", ["Next", "Forgot password?"], ["New password | pw | !"]),
  form("renew", "Password expired", ["Continue"], ["Current password | pw | !", "New password | pw | !"]),
  form("sign up", "Create your account", ["Next", "Sign in instead"], ["E-mail | type=email | !", password]),
  form("inscription", "Créer un compte", ["Suivant"], ["E-mail | type=email | !", motDePasse]),
];
