import type { Language } from '../language.ts';

const language: Language = {
  code: 'fr',
  password: [
    'mot de passe',
    'mots de passe',
    'mot de pass',
    'mot-de-passe',
    'mots-de-passe',
    'motdepasse',
    'mot_de_passe',
    'mdp',
    'mdps',
    'm.d.p',
    'mot passe',
  ],
  briefPassword: ['pass', 'passe', 'mp', 'code secret', "code d'accès", 'code d’accès'],
  passphrase: [
    'phrase de passe',
    'phrase secrète',
    'phrase secrete',
    'phrases de passe',
    'phrase-clé',
    'phrase mot de passe',
  ],
  pin: ['pin', 'code pin', 'codes pin', 'puk', 'code puk', 'code confidentiel'],
  oneTimeCode: [
    'code de vérification',
    'code de verification',
    'code à usage unique',
    'code a usage unique',
    'mot de passe à usage unique',
    'code de sécurité',
    'code de securite',
    'code de confirmation',
    'code de connexion',
    'code temporaire',
    "code d'authentification",
    'code d’authentification',
    'code de validation',
    'code unique',
    'code sms',
    'code mfa',
    'otp',
    "code d'activation",
  ],
  recoveryCode: [
    'code de récupération',
    'codes de récupération',
    'codes de recuperation',
    'codes de secours',
    'code de secours',
    'clé de récupération',
    'codes de sauvegarde',
  ],
  anyCode: ['code', 'codes'],
  codeContext: [
    'entrer dans',
    'valable',
    'sms',
    'texto',
    'authenticator',
    'mfa',
    '2fa',
    'connexion',
    'connecter',
    'double authentification',
  ],
  yours: ['mon', 'votre', 'ton'],
  otherCode: `
    facture ticket commande client produit porte portail immeuble garage alarme postal promo article erreur qr
    digicode entrée réduction barre source
  `,
  anyKey: ['clé', 'cle', 'clef', 'clé de sécurité', 'clé réseau'],
  login: [
    'te connecter',
    'vous connecter',
    'se connecter',
    'connexion',
    'identifiants',
    'accès',
    'acces',
    'comptes',
    'connexions',
    'connecté en',
    'connecte-toi',
    'connectez-vous',
    'connecté avec',
    'se connecter avec',
    "l'accès",
    'logins',
    'en tant que',
    'codes accès',
  ],
  user: [
    'utilisateur',
    "nom d'utilisateur",
    'nom d’utilisateur',
    'identifiant',
    'login',
    'compte',
    'user',
    'usager',
    'pseudo',
    'id',
    'util.',
    "l'identifiant",
    "l'utilisateur",
    'nom utilisateur',
    'courriel',
  ],
  system: [
    'système',
    'serveur',
    'machine',
    'service',
    'application',
    'appli',
    'environnement',
    'site',
    'poste',
    'hôte',
    'portail',
    'réseau',
    'logiciel',
    'ssid',
  ],
  is: [
    'est',
    'était',
    'etait',
    "c'est",
    'c’est',
    'sera',
    'toujours',
    'maintenant',
    'désormais',
    'reste',
    'nouveau',
    'devient',
    'voici',
    'encore',
    'sont',
    'actuel',
    'cest',
  ],
  to: [
    'à',
    'a',
    'de',
    'en',
    'par',
    'prends',
    'utilise',
    'utilisez',
    'avec',
    'sur',
    'ou',
    'essaie',
    'essayez',
    'mets',
    'tape',
    'tapez',
    'vers',
  ],
  purpose: ['pour', 'du', 'de', 'des', 'sur', 'au', 'aux', 'chez', 'la', 'le', "d'"],
  with: ['avec', 'et', 'par'],
  points: ['est', "c'est", 'c’est', 'comme', 'était', 'cest', 'sera', 'en'],
  promise: [
    'comme convenu',
    'comme promis',
    'comme prévu',
    'comme demandé',
    'comme discuté',
    'comme dit',
    'comme annoncé',
    'deuxième partie',
    'deuxième moitié',
    'seconde partie',
    'seconde moitié',
    "l'autre moitié",
    "l'autre partie",
    'partie 2',
    'le voici',
    'et voilà',
    'et voici la suite',
    'voici la suite',
    'suite à mon mail',
    'suite de mon mail',
    'suite à mon message',
    'pour le mail précédent',
    'pour la pièce jointe',
    'pour le zip',
    'pour ouvrir le fichier',
    'pour le fichier',
  ],
  example: ['exemple', 'exemples', 'par ex', 'plus courants', 'évitez', 'éviter', 'ne jamais utiliser', "n'utilisez"],
  like: ['tel que', 'tels que', 'comme par', 'typique'],
  unit: `
    caractères caracteres chiffres jours jour minutes minute secondes heures semaines mois ans fois essais
    tentatives lettres euros utilisateurs comptes personnes clients pages go mo salariés
  `,
  ordinary: `
    le la les un une des du de d l au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
    je tu il elle on nous vous ils elles me te se lui y en moi toi soi eux qui que quoi dont où quand comment pourquoi lequel
    et ou mais donc or ni car si comme parce puisque lorsque alors ainsi aussi
    est sont était étaient être été sera serait suis es sommes êtes a ai as avons avez ont avait avaient aura avoir eu fait faire fais peut peux peuvent pouvez doit dois doivent devez veut veux voulez va vais vont aller
    ne pas plus jamais rien personne aucun aucune tout toute tous toutes autre autres même mêmes quelque quelques chaque plusieurs certain certains peu trop très bien mal
    à dans par pour sur sous avec sans chez vers entre depuis pendant avant après contre selon malgré dès jusque lors via
    maintenant aujourd'hui demain hier bientôt toujours encore déjà ici là oui non merci bonjour salut cordialement svp stp bises
    nouveau nouvelle nouveaux ancien ancienne bon bonne faux fausse incorrect incorrecte correct correcte invalide valide expiré expirée expire expirent expirera changé changée changer change changez modifié modifier
    réinitialisé réinitialisée réinitialiser réinitialisation oublié oubliée oublier perdu perdue connu inconnu inchangé différent identique faible fort forte simple complexe long court longue courte sécurisé
    temporaire provisoire initial définitif actuel actuelle précédent prochain prochaine dernier dernière premier première second deuxième troisième deux trois quatre cinq
    requis requise obligatoire facultatif nécessaire activé désactivé bloqué débloqué verrouillé protégé chiffré enregistré secret public confidentiel personnel unique
    envoyé envoyer envoie envoyez suit suivra arrive arrivera donné donner donnez joint jointe ci-joint ci-dessous ci-dessus suivant suivante séparément séparé
    compromis compromise volé piraté deviné synchronisé accepté refusé vide disponible compliqué difficile facile habituel habituelle usage
    politique règle règles champ page lien liens protection sécurité longueur durée force complexité historique gestionnaire expiration changement demande saisie
    compte comptes utilisateur identifiant connexion accès service serveur système mail courriel message téléphone sms courrier poste appel
    rappel indice question caractères chiffres lettres minimum maximum jours minutes
    marche fonctionne échoue erreur erreurs problème problèmes tentative sais sait savez connais connaît connaissez besoin demande demander utiliser utilise
    malheureusement peut-être probablement évidemment sinon plutôt seulement automatiquement régulièrement directement oralement
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    code codes clé carte numéro fichier dossier document support équipe bureau mur accueil affiché affichée écrit écrite noté notée caché masqué supprimé voir cf néant aucun
    sensible casse communiqué transmis transmise fourni fournie indiqué indiquée propre commun partagé partagée
  `,
};

export default language;
