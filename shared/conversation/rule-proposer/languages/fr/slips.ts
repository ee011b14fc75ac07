import type { Grammar } from '../../grammar.ts';

export const slips: Grammar['slips'] = {
  meaning: {
    bcp: 'beaucoup',
    pers: 'personnes',
    pr: 'pour',
    rdv: 'rendez-vous',
    qd: 'quand',
    tjs: 'toujours',
    tjrs: 'toujours',
    pb: 'probleme',
    auj: "aujourd'hui",
    ajd: "aujourd'hui",
    aujourdhui: "aujourd'hui",
    cest: "c'est",
    jusqua: "jusqu'a",
    entrepots: 'entrepots',
    hopitaux: 'hopitaux',
    sapelle: "s'appelle",
    sappelle: "s'appelle",
    apelle: 'appelle',
    ouvr: 'ouvre',
  },
  keyWords:
    'entrepot magasin hopital clinique usine fabrique universite bureaux personnes employes salaries collaborateurs utilisateurs securite renforcee renforce elevee basique horaires fuseau ouvert ouvrons fermons appelle quarante cinquante soixante environ aujourd semaine urgence proposition pharmacie supermarche ouvre ferme ouverture fermeture'.split(
      ' ',
    ),
  never:
    'hospital fermete salaire salaires salarier security urgency outre ferie feries fuseaux pharmacien pharmaciens employees salariees femme femmes forme formes firme ferment fermer fermez ouvrir ouvres oeuvre oeuvres ouverts ouvert fermette ecoles usines personne personnel personnels magasins magazine magazines ouvre ouvres ouverts ouverte ouvertes ferme fermes appel appels appeler appele urgences urgente urgent bureau employe employee salarie salariee cliniques clinicien hopitaux sainte elever eleves eleve horaire securitaire semaines fabriques fabrique utilisateur utiliser cinquantaine soixantaine quarantaine renforcer basiques collaborateur collaborations bureaux entrepots appelles appelee appelees ouvriers ouvriere'.split(
      ' ',
    ),
};
