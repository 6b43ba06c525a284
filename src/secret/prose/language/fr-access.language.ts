import type { AccessWords } from '../access-words.ts';

const words: AccessWords = {
  entering: `demande accepte laisse_entrer 
    connect* reconnect* identifi* authentifi* entre entrez entrer rentre rentrer entrons accéd* accès acces ouvre ouvres ouvrir ouvrez
    s'ouvre déverrouill* deverrouill* débloqu* décompress* dézipp* dezipp* déchiffr* session login loguer loguez logue passe_avec
  `,
  using: `rentre rentrez tente marque s'ouvre_avec n'accepte mets_lui colle 
    essaie essaye essayez essayer tente tentez utilise utilises utilisez utiliser prends prenez tape tapes tapez taper tapant saisis
    saisissez saisir mets mettez mettre écris écrivez ecris composer compose composez réponds répondez veut demande accepte prend
    réinitialisé_à changé_en remplacé_par passé_à entre_avec entrez_avec connecte-toi_avec c'est désormais
  `,
  linking: `donc soit mot avec est c'est c'était était par en et maintenant puis devient à soit ou lieu_de que de désormais mtn`,
  place: `thermostat* chauffage banque* retraite mutuelle assurance* compta paie wiki domaine dépôt cluster site* machine pointeuse* télécopieur standard badgeuse* vidéoproj* l'écran abonnement* clé_usb nas bibliothèque* télé borne* 
    compte* boîte* boite* messagerie* vpn serveur* routeur* box switch pare-feu wifi wi-fi réseau* reseau* nas portail site extranet*
    l'extranet intranet* l'intranet ordi* l'ordinateur pc poste* portable* tablette* imprimante* photocopieur* copieur* scanner* caméra*
    caméscope* caisse* terminal* l'archive archive* zip pdf fichier* partage* cloud crm erp sap appli* l'appli l'application admin* root
    console* hébergement* ftp sftp ssh rdp citrix teamviewer anydesk keepass coffre-fort* bitlocker système* utilisateur* identifiant*
    espace l'espace base session* préprod prod onduleur* l'onduleur vidéoprojecteur* gestionnaire plateforme* backoffice instagram
    facebook dropbox icloud gmail outlook sharepoint jira gitlab github logiciel* disque*
  `,
  lock: `consigne valise antivol rideau portique ascenseur tourniquet cave hangar grille 
    alarme* l'alarme coffre* porte portes portail* portillon* digicode* cadenas serrure* garage* barrière* armoire* casier* interphone*
    l'interphone vestiaire* boîte_à clavier* sim carte* messagerie* répondeur* mobile caisse* immeuble* l'immeuble clés local hall
  `,
  keying: `combi 
    ouvre s'ouvre ouvrir ouvrez tape tapes tapez taper tapant saisir saisissez fais faites faire compose composer composez appuie appuyez
    code codes combinaison* pin chiffres désarm* clavier touche étoile dièse digicode*
  `,
  reference: `
    facture* commande* ticket* dossier* réf réf. ref référence* suivi série modèle* modele* version* branche commit* somme* sha* md5
    article* art art. produit* projet* réservation* vol train bus salle bureau étage formulaire* gabarit* contrat* hashtag* bon promo*
    remise* plaque* immatriculation* iban tva siret erreur* postal* cp tél tél. tel téléphone* fax page* pages chapitre* politique*
    firmware groupe* demande* client* numéro* n° nº id pièce pièces jointe jointes document* appelée norme hauteur largeur
    réunion quai appel colis matricule* enquête licence*   hôtel fichier_joint
  `,
  spelling: `nom prénom initiales anniversaire naissance l'année année plus surnom l'envers chien chat fille fils 
    majuscule* minuscule* zéro zéros tiret* point espaces espace_entre accent* exclamation symbole* guillemets virgule parenthèses
    collé collés lettre lettres esperluette respecte respectant underscore
  `,
  changing: `mis remis donné réinitialis* chang* ancien* nouveau nouvelle ancienne expir* provisoire* temporaire* défaut usine avant jusqu'à désormais toujours débloquer bloqué`,
  secrecy: `supprim* efface* détrui* confidentiel* secret secrète motus sésame garde-le`,
};

export default words;
