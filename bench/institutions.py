"""The institutions that generated sheets name: as many as Peru has, so that sheets share them.

The keys are ids of `practices/_taxonomies/regiones.yml`. A region that is not among them has one
place, its own label, so that another country's catalogue can be generated too.
"""

from __future__ import annotations

# The places of each region: Peru's provinces, in which the UGEL are.
_PLACES = {
    "amazonas": "Chachapoyas, Bagua, Bongará, Condorcanqui, Luya, Rodríguez de Mendoza, Utcubamba",
    "ancash": "Huaraz, Aija, Antonio Raymondi, Asunción, Bolognesi, Carhuaz, Casma, Corongo, "
    "Huari, Huarmey, Huaylas, Mariscal Luzuriaga, Ocros, Pallasca, Pomabamba, Recuay, Santa, "
    "Sihuas, Yungay",
    "apurimac": "Abancay, Andahuaylas, Antabamba, Aymaraes, Chincheros, Cotabambas, Grau, "
    "Huancarama",
    "arequipa": "Arequipa Norte, Arequipa Sur, Camaná, Caravelí, Castilla, Caylloma, Condesuyos, "
    "Islay, La Joya, La Unión",
    "ayacucho": "Huamanga, Cangallo, Huancasancos, Huanta, La Mar, Lucanas, Parinacochas, "
    "Páucar del Sara Sara, Sucre, Víctor Fajardo, Vilcashuamán",
    "cajamarca": "Cajamarca, Cajabamba, Celendín, Chota, Contumazá, Cutervo, Hualgayoc, Jaén, "
    "San Ignacio, San Marcos, San Miguel, San Pablo, Santa Cruz",
    "callao": "Callao, Ventanilla",
    "cusco": "Cusco, Acomayo, Anta, Calca, Canas, Canchis, Chumbivilcas, Espinar, La Convención, "
    "Paruro, Paucartambo, Pichari, Quispicanchi, Urubamba",
    "huancavelica": "Huancavelica, Acobamba, Angaraes, Castrovirreyna, Churcampa, Huaytará, "
    "Surcubamba, Tayacaja",
    "huanuco": "Huánuco, Ambo, Dos de Mayo, Huacaybamba, Huamalíes, Lauricocha, Leoncio Prado, "
    "Marañón, Pachitea, Puerto Inca, Yarowilca",
    "ica": "Ica, Chincha, Nasca, Palpa, Pisco",
    "junin": "Huancayo, Chanchamayo, Chupaca, Concepción, Jauja, Junín, Pangoa, Pichanaki, "
    "Río Ene, Río Tambo, Satipo, Tarma, Yauli",
    "la-libertad": "Trujillo, Ascope, Bolívar, Chepén, El Porvenir, Gran Chimú, Julcán, "
    "La Esperanza, Otuzco, Pacasmayo, Pataz, Sánchez Carrión, Santiago de Chuco, Virú",
    "lambayeque": "Chiclayo, Ferreñafe, Lambayeque",
    "lima-metropolitana": "01, 02, 03, 04, 05, 06, 07",
    "lima-provincias": "Huaura, Barranca, Cajatambo, Canta, Cañete, Huaral, Huarochirí, Oyón, "
    "Yauyos",
    "loreto": "Maynas, Alto Amazonas, Datem del Marañón, Loreto Nauta, Mariscal Ramón Castilla, "
    "Putumayo, Requena, Ucayali Contamana",
    "madre-de-dios": "Tambopata, Manu, Tahuamanu",
    "moquegua": "Mariscal Nieto, General Sánchez Cerro, Ilo, San Ignacio de Loyola",
    "pasco": "Pasco, Daniel Alcides Carrión, Oxapampa, Puerto Bermúdez",
    "piura": "Piura, Ayabaca, Chulucanas, Huancabamba, Huarmaca, La Unión, Morropón, Paita, "
    "Sechura, Sullana, Talara, Tambogrande",
    "puno": "Puno, Azángaro, Carabaya, Chucuito, Collao, Crucero, Huancané, Lampa, Melgar, Moho, "
    "San Antonio de Putina, San Román, Sandia, Yunguyo",
    "san-martin": "Moyobamba, Bellavista, El Dorado, Huallaga, Lamas, Mariscal Cáceres, Picota, "
    "Rioja, San Martín, Tocache",
    "tacna": "Tacna, Candarave, Jorge Basadre, Tarata",
    "tumbes": "Tumbes, Contralmirante Villar, Zarumilla",
    "ucayali": "Coronel Portillo, Atalaya, Padre Abad, Purús",
}
_NATIONAL = (
    "Ministerio de Educación",
    "Fondo Nacional de Desarrollo de la Educación Peruana",
    "Universidad Nacional de Educación",
    "Instituto Peruano de Gestión Pública",
)


def places(region: str, label: str) -> list[str]:
    """The places of a region whose name is `label`."""
    return _PLACES[region].split(", ") if region in _PLACES else [label]


def institutions(region: str, label: str) -> list[str]:
    """The institutions that may lead a practice of the region, all different, UGEL first."""
    names = places(region, label)
    towns = [name for name in names if not name.isdigit()]
    return [
        *(f"UGEL {name}" for name in names),
        f"DRE {label}",
        *(f"Municipalidad Provincial de {name}" for name in towns),
        f"Gobierno Regional de {label}",
        *_NATIONAL,
    ]
