import type { AccessWords } from '../access-words.ts';

const words: AccessWords = {
  entering: `pide acepta deja 
    entra entras entráis entran entrar entre entren entro entramos accede acceder accedes acceso accesos conecta* conéct* loguea* loguéa*
    inicia iniciar identifica* autentica* abre abres abrir ábrelo desbloque* descomprim* descifr* sesión sesion login se_abre
    te_deja deja_entrar
  `,
  using: `traga traga_con abre_con acepta vale funciona_con 
    prueba prueben pruebe probar proba probá usa use usen usar utiliza utilice utilizar pon pones pone pongo ponga ponemos poné poner mete
    meter teclea teclee escribe escriba escribes escribir introduce introduzca marca marcar marque contesta responde pide quiere acepta
    cambiada_a cambiado_a restablecida_a ahora_es ahora_usamos dile dígale
  `,
  linking: `sea osea entonces quedaría palabra con es era son ahora por y como luego en ahora sigue a en_vez vez_de lugar_de o ya siendo`,
  place: `calefacción banco pensión seguro* contabilidad nómina* wiki dominio repositorio clúster máquina fichador* centralita agencia hacienda proyector* suscripción* biblioteca usb tele portátil* fichaje* 
    cuenta* buzón* correo* vpn servidor* router* rúter switch cortafuegos wifi wi-fi red nas portal* web página sede intranet* extranet*
    ordenador* portátil* pc equipo* tableta* tablet* impresora* fotocopiadora* escáner* cámara* caja tpv cajero* terminal* termostato*
    archivo* fichero* zip pdf nube crm erp sap app aplicación* admin* root consola* alojamiento* hosting ftp sftp ssh rdp citrix teamviewer
    anydesk keepass bitlocker sistema* usuario* plataforma* base sesión* banco gestor panel instagram facebook dropbox icloud gmail
    outlook sharepoint jira gitlab github redes programa* disco* perfil historia carpeta* remoto jdbc
  `,
  lock: `consigna maleta torno persiana ascensor sótano nave reja bicicleta bici 
    alarma* caja_fuerte caja_de caja puerta* portal portón* cancela* verja* candado* cerradura* bombín* garaje* barrera* armario* taquilla*
    portero* interfono* teclado* sim tarjeta* buzón* móvil llaves trastero* cofre* cajero* termostato* garita*
  `,
  keying: `
    abre se_abre abrir abres entra se_entra entrar teclea teclear marca marcar marque pulsa pulse pulsar pon poner código codigo
    combinación* pin cifras dígitos números teclado* tecla almohadilla asterisco desactiva* botón pitido
  `,
  reference: `
    factura* pedido* ticket* expediente* ref ref. referencia* seguimiento serie modelo* versión* version* rama commit* sha* md5 artículo*
    producto* proyecto* reserva* vuelo* tren bus sala planta piso formulario* plantilla* carpeta contrato* hashtag* cupón* promo*
    descuento* matrícula* matricula iban cif nif iva error* postal* cp tel tel. teléfono* llama llame ext extensión fax página*
    capítulo* política* firmware grupo* solicitud* cliente* número* nº n.º núm num id adjunto* documento* captura* norma póliza*
    bastidor* protocolo* rifa artículo altura mide acta licencia*  presupuesto* expedición* llave copia hotel
  `,
  spelling: `apellido* nombre iniciales cumpleaños nacimiento año apodo más revés perro gato hija hijo 
    mayúscula* mayuscula* minúscula* minuscula* cero ceros guion guión guiones punto espacios exclamación símbolo* comillas coma
    paréntesis tilde tildes acento* letra letras pegado junto todo_junto tal_cual ñ
  `,
  changing: `puesto puse dejado restablec* resete* cambi* antigua antiguo anterior* antes nueva nuevo caduc* provisional* temporal* fábrica hasta sigue ahora bloquead*`,
  secrecy: `borra* bórra* elimina* confidencial* secret* no_reenv* destruy* rompe*`,
};

export default words;
