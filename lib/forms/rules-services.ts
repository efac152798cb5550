/** What keys, endpoints and regions of services are called on screen and in attributes. */
import type { Terms } from "./meaning.ts";

export const serviceRules: readonly Terms[] = [
  {
    meaning: "authUrl",
    words: [
      "auth url|authentication url|identity url|keystone url|auth endpoint|authentication endpoint|identity endpoint|auth uri|authuri",
      "identity endpoint url|keystone endpoint|keystone auth url|authentication uri|identity service url|identity service endpoint",
      "auth server|authentication server url|keystone authentication url|identity server|auth server url|openstack url|openstack endpoint",
      "identity api url|identity api endpoint|identity api|keystone api url|keystone api endpoint|url api identity|api d identite|api de identidad",
      "keystone server|keystone host|identity service|os auth url|openstack auth url|openstack api url|keystone api|auth host|swift auth url",
      "url de autenticacion|url de identidad|punto de autenticacion|punto de acceso de identidad|endpoint de autenticacion|url de keystone",
      "punto de conexion de identidad|servicio de identidad|endpoint de identidad|url del servicio de identidad|extremo de autenticacion",
      "url d authentification|url d identite|point d acces d identite|point d authentification|point de terminaison d identite",
      "url du service d identite|url keystone|point de terminaison d authentification|service d identite|url de autenticacao",
      "authentifizierungs url|auth adresse|authentifizierungsendpunkt|identitats url|anmelde url|identitatsendpunkt|认证地址|認証url|认证url",
    ],
  },
  {
    meaning: "applicationCredentialId",
    words: [
      "application credential id|app credential id|app cred id|id de credencial de aplicacion|id de la credencial de aplicacion",
      "id d identifiant d application|id des informations d identification d application|anwendungs credential id|appcredid",
    ],
  },
  {
    meaning: "applicationCredentialName",
    words: [
      "application credential name|app credential name|nombre de la credencial de aplicacion|nombre de credencial de aplicacion",
    ],
  },
  {
    meaning: "applicationCredentialSecret",
    words: [
      "application credential secret|app credential secret|app cred secret|application secret|secreto de credencial de aplicacion",
      "secreto de la credencial de aplicacion|secret d identifiant d application|appcredsecret",
    ],
  },
  {
    meaning: "accessKeyId",
    words: [
      "access key|access key id|accesskey|access id|accessid|key id|keyid|ak|access token id|accesskeyid|public key id|access key identifier",
      "access|s3 key id|s3 access|aws key id|aws key|s3 key|account access key|application key id|access key name|s3 access key",
      "clave de acceso|id de clave de acceso|id de la clave de acceso|llave de acceso|id de llave de acceso|identificador de clave de acceso",
      "id de acceso|cle d acces|id de cle d acces|id de la cle d acces|identifiant de cle d acces|identifiant de la cle d acces|cle acces",
      "id cle d acces|identifiant d acces|chave de acesso|id da chave de acesso|id de chave de acesso|zugriffsschlussel|zugangsschlussel",
      "zugriffsschlussel id|zugangsschlussel id|zugriffsschlusselkennung|access key kennung|chiave di accesso|chiave d accesso|id chiave di accesso",
      "toegangssleutel|toegangssleutel id|访问密钥|访问密钥id|访问密钥 id|存取金鑰|アクセスキー|アクセスキーid|액세스 키|액세스 키 id|ключ доступа",
    ],
  },
  {
    meaning: "secretAccessKey",
    words: [
      "secret access key|secret access|access secret|access key secret|secretaccesskey|s3 secret|s3 secret key|aws secret|aws secret key|sk",
      "secret access token|private access key|accesssecret|clave de acceso secreta|clave secreta de acceso|llave de acceso secreta",
      "secreto de acceso|cle d acces secrete|cle secrete d acces|chave de acesso secreta|chave secreta de acesso|geheimer zugriffsschlussel",
      "geheimer zugangsschlussel|chiave di accesso segreta|chiave segreta di accesso|geheime toegangssleutel|secret de la cle d acces",
      "私有访问密钥|秘密访问密钥|机密访问密钥|シークレットアクセスキー|비밀 액세스 키|секретный ключ доступа|application key|secreto de la clave de acceso",
    ],
  },
  {
    meaning: "secretKey",
    words: [
      "secret key|secretkey|api secret|api secret key|api key secret|clave secreta|llave secreta|secreto de api|clave secreta de la api",
      "cle secrete|secret api|cle secrete de l api|cle secrete api|chave secreta|geheimer schlussel|geheimschlussel|secret schlussel",
      "chiave segreta|geheime sleutel|私有密钥|密钥|秘密密钥|シークレットキー|비밀 키|секретный ключ|api secretkey|clave secreta de api",
    ],
  },
  {
    meaning: "apiKey",
    words: [
      "api key|apikey|api token key|clave api|clave de api|clave de la api|llave api|llave de api|cle api|cle d api|cle de l api",
      "chave api|chave de api|chave da api|api schlussel|chiave api|api sleutel|api 密钥|api密钥|apiキー|api 키",
    ],
  },
  {
    meaning: "apiUrl",
    words: [
      "api url|api endpoint|api endpoint url|api address|api server|cloudstack url|cloudstack endpoint|management server url|api uri|base api url",
      "management url|cloudstack management url|url de gestion|url d administration|cloudstack api url|cloudstack api endpoint|management server|url de la api|url de api|punto de acceso de la api|endpoint de la api|url api",
      "api base url|url de l api|url d api|point d acces de l api|point de terminaison de l api|url da api|api adresse|api endpunkt",
      "extremo de la api|punto de conexion de la api|endpoint da api|endpoint api",
    ],
  },
  {
    meaning: "endpointUrl",
    words: [
      "endpoint|endpoints|end point|end point url|service point|endpoint url|s3 endpoint|s3 url|service url|service endpoint|s3 server|s3 host|s3 endpoint url|endpoint host|storage endpoint",
      "s3 compatible host|s3 compatible endpoint|s3 compatible server|s3 service url|custom endpoint|object storage endpoint|endpoint address",
      "s3 service endpoint|object store endpoint|storage url|s3 api endpoint|s3 server url|endpoint uri|s3 hostname|object storage url|s3 address",
      "punto de acceso|punto de conexion|punto final|url del servicio|url del punto de acceso|extremo|url de endpoint|url del endpoint",
      "url de punto de conexion|servidor s3|punto de enlace|url del punto de enlace|point d acces|point de terminaison|url du service|url de terminaison",
      "url du point de terminaison|url du point d acces|serveur s3|url do endpoint|url do servico|ponto de acesso|servicio endpoint|ponto de extremidade",
      "endpunkt|endpunkt url|dienst url|s3 endpunkt|url endpoint|eindpunt|s3 server adresse|终端节点|端点|エンドポイント|엔드포인트|endpoint s3",
    ],
  },
  {
    meaning: "regionName",
    words: [
      "region|region name|s3 region|aws region|default region|bucket region|region id|cloud region|signing region|container region|region code",
      "openstack region|custom region|storage region|regiao|nome da regiao|regione|regio|nombre de region|nombre de la region",
      "region por defecto|region predeterminada|nom de la region|nom de region|region par defaut|regionsname|standardregion|регион|区域|地域",
      "リージョン|리전|region de openstack|region del bucket|region du bucket|availability region|service region|region openstack",
    ],
  },
  {
    meaning: "url",
    words: [
      "url|server url|address|server address|base url|uri|service address|web address|direccion url|direccion del servidor|adresse url",
      "adresse du serveur|url du serveur|url del servidor|serveradresse|server adresse|url do servidor|地址|サーバーurl|adresse|direccion web|provider url|controller url|platform url|vim url",
      "cluster url|cloud controller url|url del proveedor|url du fournisseur|host url|hostname url|url host",
    ],
  },
  {
    meaning: "host",
    words: [
      "host|hostname|host name|server|server name|host address|servidor|nombre de host|nombre del servidor|serveur|nom d hote|hote|nom du serveur",
      "hostname server|servername|nome do host|rechner|nome host|主机|服务器|ホスト名|サーバー|호스트|host or ip|ip address|endpoint hostname",
      "hostname or ip|direccion ip|adresse ip|connect to|ip|ipv4|ipv6|ipv4 address|ipv6 address|adresse ipv4|adresse ipv6|direccion ipv4|direccion ipv6",
      "ip host|host ip|fqdn|nombre del host|nom de l hote|adresse ip ou nom d hote|nombre de equipo|hostname ip address",
    ],
  },
  {
    meaning: "port",
    words: [
      "port|port number|puerto|numero de puerto|numero de port|porta|poort|端口|ポート|포트|порт|endpoint port|server port|s3 port",
    ],
  },
  { meaning: "key", words: ["key|clave|cle|chave|schlussel|llave"] },
  { meaning: "secret", words: ["secret|secreto|segredo|geheimnis|shared secret"] },
];
