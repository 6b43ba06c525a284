/** Names of products, norms and algorithms that look like passwords. */
const product =
  /^(?:office|server|project|projekt|microsoft|windows|win|o|m|iphone|ios|ipad|galaxy|android|outlook|exchange|server|sql|sharepoint|chrome|firefox|java|python|php|covid|iso|din|en|ipv|sha|md|aes|rsa|wpa|tls|ssl|http|usb|mp|base|utf|log4j|web|b|h|e|kb|cve|vmware|ms|rj|cat|bs|q|h|kw|fy|gj|room|raum|zimmer|floor|level|building|haus|ticket|case|order|invoice|rechnung|re|inv|po|ref|nr|no|id|version|ver|build|release|sprint|team|top|step|teil|part|phase|anlage|annex|figure|fig|tab|page|img|image|screenshot|scan|dsc|bild|foto|capture|captura)[-_ /#.]?\d+(?:[-./]\d+)*[a-z]?(?:[-./]\w{1,12})?$/iu;

/** Makers and products whose names have numbers, at the beginning of a word. */
const maker =
  /^(?:windows|win|ubuntu|debian|redhat|rhel|centos|suse|android|ios|ipados|macos|macbook|iphone|ipad|pixel|galaxy|thinkpad|latitude|optiplex|elitebook|probook|surface|dell|lenovo|asus|acer|hp|hpe|ibm|cisco|catalyst|meraki|juniper|fortigate|fortinet|sophos|palo|checkpoint|netgear|zyxel|tp-?link|archer|lancom|fritz!?box|ubiquiti|unifi|mikrotik|synology|qnap|vmware|esxi|vsphere|hyper-?v|proxmox|citrix|veeam|oracle|mysql|postgres|mariadb|mongodb|sqlserver|firefox|chrome|edge|safari|outlook|office|teams|sharepoint|exchange|adobe|acrobat|autocad|sap|s4hana|hana|navision|datev|powerbi|power|python|node|java|jdk|openjdk|dotnet|angular|react|kubernetes|docker|nginx|apache|tomcat|intel|core|ryzen|amd|nvidia|geforce|rtx|brother|canon|epson|kyocera|ricoh|xerox|lexmark|laserjet|officejet|ecosys|bizhub|logitech|jabra|yealink|snom|polycom|zebra|siemens|simatic|bosch|schneider|abb|iveco|mercedes|volkswagen|audi|bmw|airbus|boeing|covid|log4j|cve|kb)[-_.\d\p{Lu}]/iu;

/** True for the name of a product, a norm or a numbered thing. */
export function isProduct(value: string): boolean {
  return product.test(value) || (maker.test(value) && !/[!#$%&*+?=^~§@]/.test(value));
}
