"""For whom the work is belongs to a title; to whom it was sent, when and how long does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.facts.titles.to_whom import with_to_whom
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address
from tests.mail.rules.letters import make_message


def role_of(sender: str, subject: str, text: str) -> str:
    name, _, address = sender.partition(" <")
    message = replace(
        make_message(subject, text), sender=Address(name, address.rstrip(">"))
    )
    return read_message(message).role


@pytest.mark.parametrize(
    ("sender", "subject", "text", "role"),
    [
        (
            "Finora <people@finora.example>",
            "¡Tu candidatura ya está con nosotros!",
            "Hola Robin:\n\nHemos recibido tu candidatura para Agente de atención al cliente en Finora.\n\nEl equipo de People",
            "Agente de atención al cliente",
        ),
        (
            "Finora <people@finora.example>",
            "Tu candidatura",
            "Hola Robin:\n\nHemos recibido tu candidatura a la vacante de Agente de atención al cliente en Finora.\n\nEl equipo de People",
            "Agente de atención al cliente",
        ),
        (
            "Cuidar <rrhh@cuidar.example>",
            "Solicitud recibida",
            "Hola Robin:\n\nHemos recibido tu solicitud para Auxiliar de ayuda a domicilio en Cuidar.\n\nRRHH",
            "Auxiliar de ayuda a domicilio",
        ),
        (
            "Cuidar <rrhh@cuidar.example>",
            "Auxiliar de ayuda a domicilio",
            "Hola Robin:\n\nHemos recibido tu solicitud a la oferta de Auxiliar de ayuda a domicilio. Gracias por tu interés.\n\nRRHH",
            "Auxiliar de ayuda a domicilio",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nLamentamos comunicarte que tu candidatura para la vacante de Técnico de soporte al usuario no ha sido seleccionada.\n\nRRHH",
            "Técnico de soporte al usuario",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nGracias por inscribirte en la oferta Técnico de soporte al usuario en Redes SL.\n\nRRHH",
            "Técnico de soporte al usuario",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura como Asesora de atención al paciente",
            "Hola Robin:\n\nTe invitamos a una entrevista como Asesora de atención al paciente el jueves 3 de diciembre a las 10:00.\n\nRRHH",
            "Asesora de atención al paciente",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nHemos recibido tu candidatura para Responsable de apoyo a la dirección.\n\nRRHH",
            "Responsable de apoyo a la dirección",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nHemos recibido tu candidatura para Camarera a domicilio 2 km.\n\nRRHH",
            "Camarera a domicilio",
        ),
        (
            "Cura <hr@cura.example>",
            "Candidatura",
            "Gentile Robin,\n\nabbiamo ricevuto la sua candidatura per Addetta all'assistenza clienti presso Cura.\n\nHR",
            "Addetta all'assistenza clienti",
        ),
        (
            "Cura <hr@cura.example>",
            "Candidatura",
            "Gentile Robin,\n\nabbiamo ricevuto la sua candidatura per Addetto al magazzino presso Cura.\n\nHR",
            "Addetto al magazzino",
        ),
        (
            "Cura <hr@cura.example>",
            "Candidatura",
            "Gentile Robin,\n\nabbiamo ricevuto la sua candidatura per la posizione di Impiegata addetta al pubblico.\n\nHR",
            "Impiegata addetta al pubblico",
        ),
        (
            "Cura <hr@cura.example>",
            "Candidatura",
            "Gentile Robin,\n\nabbiamo ricevuto la sua candidatura per Operatrice di assistenza a domicilio in Cura.\n\nHR",
            "Operatrice di assistenza a domicilio",
        ),
        (
            "Cura <hr@cura.example>",
            "Candidatura",
            "Gentile Robin,\n\nabbiamo ricevuto la sua candidatura per Tecnico di supporto agli utenti.\n\nHR",
            "Tecnico di supporto agli utenti",
        ),
        (
            "Cuida <rh@cuida.example>",
            "Candidatura",
            "Olá Robin,\n\nRecebemos a sua candidatura para Assistente de apoio ao cliente na Cuida.\n\nRH",
            "Assistente de apoio ao cliente",
        ),
        (
            "Cuida <rh@cuida.example>",
            "Candidatura",
            "Olá Robin,\n\nRecebemos a sua candidatura à vaga de Auxiliar de apoio ao domicílio.\n\nRH",
            "Auxiliar de apoio ao domicílio",
        ),
        (
            "Cuida <rh@cuida.example>",
            "Candidatura",
            "Olá Robin,\n\nRecebemos a sua candidatura para Técnico de suporte ao utilizador.\n\nRH",
            "Técnico de suporte ao utilizador",
        ),
        (
            "Bel Air <rh@belair.example>",
            "Candidature",
            "Bonjour,\n\nNous avons bien reçu votre candidature pour Aide à domicile chez Bel Air.\n\nRH",
            "Aide à domicile",
        ),
        (
            "Bel Air <rh@belair.example>",
            "Candidature",
            "Bonjour,\n\nNous avons bien reçu votre candidature à l'offre d'Auxiliaire d'aide à la personne.\n\nRH",
            "Auxiliaire d'aide à la personne",
        ),
        (
            "Bel Air <rh@belair.example>",
            "Candidature",
            "Bonjour,\n\nNous avons bien reçu votre candidature pour Technicien de support aux utilisateurs.\n\nRH",
            "Technicien de support aux utilisateurs",
        ),
        (
            "Bel Air <rh@belair.example>",
            "Candidature",
            "Bonjour,\n\nVotre candidature comme assistante à la direction n'a pas été retenue.\n\nRH",
            "assistante à la direction",
        ),
    ],
)
def test_for_whom_the_work_is_belongs_to_a_title(
    sender: str, subject: str, text: str, role: str
) -> None:
    assert role_of(sender, subject, text) == role


@pytest.mark.parametrize(
    ("sender", "subject", "text", "role"),
    [
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nHemos recibido tu candidatura para Camarera a tiempo parcial en Redes.\n\nRRHH",
            "Camarera",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nTe invitamos a la entrevista para Recepcionista a las 10:30 del jueves 3 de diciembre.\n\nRRHH",
            "Recepcionista",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nHemos enviado tu candidatura para Recepcionista a Redes SL.\n\nRRHH",
            "Recepcionista",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nTe esperamos en la entrevista para Recepcionista al lado de la estación el jueves 3 de diciembre a las 10.\n\nRRHH",
            "Recepcionista",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nHemos recibido tu candidatura para Recepcionista a través de Empleosya.\n\nRRHH",
            "Recepcionista",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nLe comunicamos al público y a la dirección que su candidatura para Conserje a la dirección general fue enviada.\n\nRRHH",
            "Conserje",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nHemos elegido para Recepcionista a otra persona.\n\nRRHH",
            "Recepcionista",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nBuscamos Teleoperadora a partir de enero.  Gracias por tu candidatura para Teleoperadora a partir de enero.\n\nRRHH",
            "Teleoperadora",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nHemos recibido tu candidatura para Dependienta a media jornada en Redes SL.\n\nRRHH",
            "Dependienta",
        ),
        (
            "Cura <hr@cura.example>",
            "Candidatura",
            "Gentile Robin,\n\nabbiamo ricevuto la sua candidatura per Cameriera a tempo parziale.\n\nHR",
            "Cameriera",
        ),
        (
            "Cuida <rh@cuida.example>",
            "Candidatura",
            "Olá Robin,\n\nRecebemos a sua candidatura para Operadora de caixa a tempo parcial.\n\nRH",
            "Operadora de caixa",
        ),
        (
            "Bel Air <rh@belair.example>",
            "Candidature",
            "Bonjour,\n\nNous avons bien reçu votre candidature au poste d'agent d'accueil à temps partiel.\n\nRH",
            "agent d'accueil",
        ),
        (
            "Bel Air <rh@belair.example>",
            "Candidature",
            "Bonjour,\n\nNous avons bien reçu votre candidature au poste de vendeuse à pourvoir en janvier.\n\nRH",
            "vendeuse",
        ),
        (
            "Bel Air <rh@belair.example>",
            "Candidature",
            "Bonjour,\n\nNous avons transmis votre candidature de vendeuse à la direction du magasin.\n\nRH",
            "vendeuse",
        ),
        (
            "Redes SL <rrhh@redes.example>",
            "Tu candidatura",
            "Hola Robin:\n\nEnvía tu candidatura para Recepcionista a la dirección rrhh@redes.example.\n\nRRHH",
            "Recepcionista",
        ),
        (
            "Cuida <rh@cuida.example>",
            "Candidatura",
            "Olá Robin,\n\nEnviámos a sua candidatura para Empregada de mesa à gerência do restaurante.\n\nRH",
            "Empregada de mesa",
        ),
    ],
)
def test_when_where_and_to_whom_it_was_sent_do_not(
    sender: str, subject: str, text: str, role: str
) -> None:
    assert role_of(sender, subject, text) == role


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", "Agente de atención al cliente"),
        ("Recepcionista", "tu candidatura para Recepcionista al cliente"),
        ("Commessa", "la candidatura per Commessa alla direzione"),
        ("Vendeuse", "la candidature de Vendeuse à la direction"),
        ("Vendeuse", "la candidature de Vendeuse aux clients"),
        ("Camarera", "Camarera a domiciliosa"),
        ("Agente de atención", "Agente de atención a las 10:00"),
        ("Técnico de soporte", "Técnico de soporte a tiempo completo"),
        ("Technicien de support", "Technicien de support à Lyon"),
        ("Technicien de support", "Technicien de support au siège"),
        ("Técnico de suporte", "Técnico de suporte ao longo do ano"),
        ("Agente de atención", "Agente de atención al final"),
    ],
)
def test_what_else_stands_behind_stays_off(title: str, text: str) -> None:
    assert with_to_whom(title, text=text) == title


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Hola Robin:\n\nhemos reenviado tu candidatura de auxiliar a la dirección y a la gerencia.\n\nRRHH",
            "auxiliar",
        ),
        (
            "Bonjour,\n\nNous avons transmis votre candidature de secrétaire à la personne en charge.\n\nRH",
            "secrétaire",
        ),
        (
            "Olá Robin,\n\nEnviámos a sua candidatura de assistente à direção.\n\nRH",
            "assistente",
        ),
        (
            "Gentile Robin,\n\nabbiamo inoltrato la sua candidatura di segretaria alla direzione.\n\nHR",
            "segretaria",
        ),
        (
            "Hola Robin:\n\nTu candidatura ha sido aceptada. Te enviamos el contrato de repartidora a domicilio.\n\nRRHH",
            "repartidora",
        ),
    ],
)
def test_papers_are_sent_to_somebody(text: str, role: str) -> None:
    assert role_of("Redes SL <rrhh@redes.example>", "Mail", text) == role


def test_a_title_goes_on_where_it_does_so_everywhere() -> None:
    once = "Buscamos un auxiliar a la dirección. El auxiliar trabaja en Soria."
    assert with_to_whom("auxiliar", text=once) == "auxiliar"
    both = "Buscamos un auxiliar a la dirección. Nuestro auxiliar a la dirección sabe."
    assert with_to_whom("auxiliar", text=both) == "auxiliar a la dirección"
    subject = "Oferta: auxiliar a la dirección"
    whole = with_to_whom("auxiliar", text=f"{subject}\n{once}", subject=subject)
    assert whole == "auxiliar a la dirección"
