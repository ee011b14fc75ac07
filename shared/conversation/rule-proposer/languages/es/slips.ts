import type { Grammar } from '../../grammar.ts';

export const slips: Grammar['slips'] = {
  meaning: {
    xq: 'porque',
    q: 'que',
    k: 'que',
    pq: 'porque',
    tb: 'tambien',
    tmb: 'tambien',
    porfa: 'por favor',
    porfavor: 'por favor',
    plis: 'por favor',
    pers: 'personas',
    aki: 'aqui',
    ay: 'hay',
    ospital: 'hospital',
    keria: 'queria',
    kiero: 'quiero',
    nuebo: 'nuevo',
    orario: 'horario',
    ora: 'hora',
    abrimo: 'abrimos',
    finde: 'fin de semana',
    dpto: 'departamento',
  },
  sounds: [
    [/^h/g, ''],
    [/v/g, 'b'],
    [/ll/g, 'y'],
    [/qu(?=[ei])/g, 'k'],
    [/c(?=[aou])/g, 'k'],
    [/z|c(?=[ei])/g, 's'],
    [/g(?=[ei])/g, 'j'],
  ],
  keyWords:
    'bodega consultorio libreria panaderia ferreteria zapateria instituto guarderia residencia deposito distribucion fabricacion produccion centro oficina oficinas almacen tienda hospital clinica fabrica escuela colegio universidad farmacia supermercado personas empleados trabajadores usuarios seguridad basico basica reforzado reforzada horario abrimos cerramos urgente urgencia semana llama nombre propuesta quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa ciento doscientos prisa turnos puestos zona'.split(
      ' ',
    ),
  never:
    'panadero panaderos panadera zapatero zapateros zapatera ferretero librero libreros bodeguero deposite residente residentes consultora consultoras consultoria consultorias consultores proteccion proyeccion protecciones producciones centra centrar cetro depositos deposita institutos residencial residencias distribuidor librerias bodegon prima primas brisa empleamos empleadas trabajadoras usuarias paris basic universidades cuento cuentos novena semanal tornos abrigos horaria horarias oficio oficios oficial oficiales fabricas fabrico fabrican colegios colegial personal persona empleado empleada trabajador trabajadora trabajo trabajos usuario usuaria cerrado cerrada abierto abierta almacenes tiendas tienden tienes tiene clinico hospitales escuelas escuelita universitario seguros seguro seguridades basicos basicas horarios semanas llamo llaman llame llamar llamas llamada nombres hombre hombres propuesto propuestas propuestos sesion setiembre ciertos cierto siento cientos viento presa prosa turno puesto puestas puertos puerto zonas abriremos abriamos cerraremos cerraramos cerrados urgentes urgencias cincuentena farmacias quincena veintena treintena reforzar reforzamos'.split(
      ' ',
    ),
};
