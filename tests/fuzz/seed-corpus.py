#!/usr/bin/env python3
"""Writes the inputs that the fuzz targets start from, made of the known-answer vectors.

usage: seed-corpus.py FOLDER VECTORS.json...

Each target gets a folder of its own below FOLDER; an input's file is named after its digest, so that the same
input is there once.
"""

import base64
import binascii
import hashlib
import json
import pathlib
import re
import sys

TARGETS = ("json", "jsonb", "udf", "envelope", "sequence", "schema", "message", "accreditation", "request", "qr",
           "log_code", "share", "archive", "network", "smime", "ssh_agent", "ssh_file", "bookmarks",
           "calendar", "credentials", "card_code", "locator", "openpgp")
MAXIMUM = 65536

UDF = re.compile(r"[A-Z2-7]{4}(-[A-Z2-7]{1,4})+")
URI = re.compile(r"[a-z]{3,8}://?[^\s\"]+|udf:[^\s\"]+")
HEX = re.compile(r"([0-9a-f]{2}){4,}")
CLASS = re.compile(r"[A-Z][A-Za-z]+")

# A bare request of every transaction; authenticated ones are envelopes and come from the vectors.
TRANSACTIONS = ("Hello ValidateAccount CreateAccount DeleteAccount Get Publish Status ConnectStart ConnectStatus "
                "ConnectPending ConnectComplete Transfer Connect Complete Download Upload Post").split()

MESSAGES = ("MessageComplete MessagePIN RequestConnection AcknowledgeConnection RespondConnection OfferGroup "
            "RequestContact ReplyContact GroupInvitation RequestConfirmation ResponseConfirmation RequestTask").split()

# What a code or a locator names; the fuzz targets take the first line for it and the rest for what is found there.
LOCATOR = "udf://example.com/EBQC-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-A"


class Corpus:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for target in TARGETS:
            (self.folder / target).mkdir(parents=True, exist_ok=True)

    def add(self, target, data):
        if isinstance(data, str):
            data = data.encode()
        if 0 < len(data) <= MAXIMUM:
            name = hashlib.sha256(data).hexdigest()[:24]
            (self.folder / target / name).write_bytes(data)


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def is_envelope(value):
    return (isinstance(value, list) and 2 <= len(value) <= 3 and isinstance(value[0], dict)
            and isinstance(value[1], (str, type(None))))


def is_object_of_a_class(value):
    return (isinstance(value, dict) and len(value) == 1 and CLASS.fullmatch(next(iter(value)))
            and isinstance(next(iter(value.values())), dict))


def parse(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def from_base64url(text):
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None


def add_json(corpus, value, text=None):
    text = text or compact(value)
    corpus.add("json", text)
    if is_envelope(value):
        corpus.add("envelope", text)
        corpus.add("card_code", f"{LOCATOR}?a=alice@example.com\n{text}")
        corpus.add("locator", f"{LOCATOR}\n{text}")
        corpus.add("accreditation", compact({"ServiceAccreditation": {
            "EnvelopedConnectionService": value, "EnvelopedProfileAuthority": value}}))
        body = from_base64url(value[1] or "")
        if body and body[:1] in (b"{", b"["):
            add_octets(corpus, body)
    if is_object_of_a_class(value):
        corpus.add("schema", text)
        corpus.add("message", text)
        if next(iter(value)) in TRANSACTIONS:
            corpus.add("request", text)


def add_archive(corpus, frames):
    """The pieces of an archive behind its account: a container with these frames, a change, the end."""
    for name in ("mmm_CatalogDevice", "mmm_CatalogBookmark"):
        pieces = ((2, compact({"ArchivedContainer": {"Container": name, "Count": 2, "Size": len(frames)}}).encode()),
                  (3, frames),
                  (4, compact({"ArchivedChange": {"UniqueID": "a", "Modified": "2020-01-01T00:00:00Z",
                                                  "Payload": "eyJDYXRhbG9nZWRCb29rbWFyayI6e319"}}).encode()),
                  (5, b""))
        corpus.add("archive", b"".join(bytes((kind - 1,)) + len(content).to_bytes(2, "big") + content
                                       for kind, content in pieces if len(content) < 65536))


def add_octets(corpus, data):
    """Octets of unknown meaning: JSON text, a container's frames, or JSON-B."""
    if data[:1] in (b"{", b"["):
        value = parse(data)
        if isinstance(value, (dict, list)):
            add_json(corpus, value, data)
            return
    if 0xF0 <= data[0] <= 0xF7:
        corpus.add("sequence", data)
        add_archive(corpus, data)
    if data[0] >= 0x80:
        corpus.add("jsonb", data)


def add_text(corpus, text):
    for found in UDF.finditer(text):
        corpus.add("udf", found.group())
    for found in URI.finditer(text):
        corpus.add("qr", found.group())
        corpus.add("udf", found.group())
    if HEX.fullmatch(text):
        add_octets(corpus, bytes.fromhex(text))
    elif text[:1] in "{[":
        value = parse(text)
        if isinstance(value, (dict, list)):
            add_json(corpus, value, text)


def add_shares(corpus, vector):
    """Each set of shares in a vector as one input, a line per share."""
    shares = [found.group() for found in UDF.finditer(json.dumps(vector)) if found.group().startswith("S")]
    if shares:
        corpus.add("share", "\n".join(shares))


def walk(corpus, value):
    if isinstance(value, str):
        if value:
            add_text(corpus, value)
        return
    if isinstance(value, dict):
        children = value.values()
    elif isinstance(value, list):
        children = value
    else:
        return
    add_json(corpus, value)
    for child in children:
        walk(corpus, child)


def envelope_of(value, meta=None, index=None):
    header = {"dig": "S512"}
    if meta:
        header["ContentMetaData"] = base64.urlsafe_b64encode(compact(meta).encode()).decode().rstrip("=")
    if index is not None:
        header["ContainerInfo"] = {"Index": index}
    body = base64.urlsafe_b64encode(compact(value).encode()).decode().rstrip("=")
    return [header, body, {"signatures": [{"alg": "S512", "kid": "MAAA", "signature": "AAAA"}]}]


def add_requests(corpus):
    """Requests with everything in them that leads deeper into the service."""
    account = "alice@example.com"
    message = envelope_of({"RequestContact": {"MessageID": "NAAA", "Sender": "bob@example.com", "Recipient": account}},
                          {"UniqueID": "NAAA-BBBB", "MessageType": "RequestContact"})
    complete = envelope_of({"MessageComplete": {"MessageID": "NBBB", "References": [
        {"MessageID": "NAAA", "Relationship": "Reject"}]}}, {"UniqueID": "NBBB", "MessageType": "MessageComplete"})
    first = [{"dig": "S512", "ContainerInfo": {"DataEncoding": "JSON", "ContainerType": "Merkle", "Index": 0}}, "", {}]
    entry = envelope_of({"CatalogedBookmark": {"Uri": "x"}}, {"UniqueID": "x", "Event": "New"}, 1)
    update = {"Container": "mmm_Bookmark", "Index": 0, "Envelopes": [first, entry]}
    devices = {"Container": "mmm_CatalogDevice", "Index": 0, "Envelopes": [first, envelope_of(
        {"CatalogedDevice": {"DeviceUDF": "MAAA"}}, {"UniqueID": "MAAA", "Event": "New"}, 1)]}
    search = {"NotBefore": "2020-01-01T00:00:00Z", "MaxEntries": 2, "MaxBytes": 100, "PageKey": "AAAA"}
    for name, fields in (
            ("Hello", {"Portal": "example.com"}),
            ("ValidateAccount", {"Account": "bob", "Reserve": True, "Language": ["en"]}),
            ("CreateAccount", {"ServiceID": account, "SignedProfileMesh": message, "SignedAssertionAccount": message}),
            ("CreateAccount", {"Account": account, "Profile": {"SignedProfile": {
                "Identifier": "MAAA", "SignedData": message}}}),
            ("Get", {"Identifier": "MAAA", "Multiple": True, "Full": True}),
            ("Get", {"KeyValues": [{"Key": "UDF", "Value": "MAAA"}], "SearchConstraints": search}),
            ("Get", {"Account": account}),
            ("Publish", {"Entry": {"OfflineEscrowEntry": {"Identifier": "MAAA", "EncryptedData": message}}}),
            ("Status", {"Account": account, "Catalogs": ["mmm_Contact"], "Spools": ["mmm_Inbound"], "HoldSeconds": 1,
                        "Known": [{"Container": "mmm_Contact", "Index": 1, "Digest": "AAAA"}]}),
            ("Download", {"Account": account, "Select": [{"Container": "mmm_CatalogDevice", "IndexMin": 0}],
                          "ConstraintsPost": {"MaxEntries": 1, "BytesOffset": 1, "Trailer": False}}),
            ("Upload", {"Account": account, "Updates": [update], "Self": [complete]}),
            ("Upload", {"Account": account, "Updates": [devices, update]}),
            ("Post", {"Account": account, "Accounts": [account, "bob@example.net"], "Message": [message],
                      "Self": [complete]}),
            ("Connect", {"MessageConnectionRequestClient": envelope_of({"RequestConnection": {
                "ServiceID": account, "EnvelopedProfileDevice": message, "ClientNonce": "AAECAwQFBgcICQoLDA0ODw"}})}),
            ("Complete", {"ServiceID": account, "DeviceUDF": "MAAA", "HoldSeconds": 5}),
            ("ConnectStart", {"AccountID": account, "SignedRequest": {"Identifier": "MAAA", "SignedData": message}}),
            ("ConnectComplete", {"AccountID": account, "Result": {"Identifier": "MAAA", "SignedData": message}}),
            ("Transfer", {"SearchConstraints": search})):
        request = {name: fields}
        corpus.add("request", compact(request))
        corpus.add("request", compact(envelope_of(request, {"UniqueID": "NAAA", "Created": "2023-11-14T22:13:20Z"})))


def add_messages(corpus):
    """Every class of messages, with all of its members, to and from whom the target expects."""
    nonce, udf, day = "AAECAwQFBgcICQoLDA0ODw", "MBYS-BF7J-OCV2-42M6-EOO6-UTDL-ZX3M", "2023-11-14T22:13:20Z"
    card = envelope_of({"Contact": {"Id": "C", "Addresses": [{"URI": "mailto:mallory@example.com"}]}})
    device = envelope_of({"ProfileDevice": {"DeviceDescription": "x"}})
    ask = {"Text": "Yes?", "Expires": day}
    contact = {"Reply": True, "Subject": "Hello", "Self": card, "Version": "Restricted", "ClientNonce": nonce,
               "PinUDF": udf, "PinWitness": "AAAA"}
    members = {
        "MessageComplete": {},
        "MessagePIN": {"Account": udf, "Expires": day, "PIN": "AAAQ-EAYE-AUDA-OCAJ-BIFQ"},
        "RequestConnection": {"ServiceID": "alice@example.com", "EnvelopedProfileDevice": device,
                              "ClientNonce": nonce, "PinUDF": udf, "PinWitness": "AAAA"},
        "AcknowledgeConnection": {"EnvelopedRequestConnection": envelope_of({"RequestConnection": {
            "ServiceID": "alice@example.com", "EnvelopedProfileDevice": device}}), "ServerNonce": nonce,
            "Witness": "AAAA-BBBB-CCCC"},
        "RespondConnection": {"DeviceUDF": udf, "EnvelopedProfileMaster": device, "PinWitness": "AAAA",
                              "EnvelopedCatalogEntryDevice": envelope_of({"CatalogedDevice": {"DeviceUDF": udf}}),
                              "ConnectUri": "mcu://alice@example.com/?h=192.0.2.1:4483"},
        "OfferGroup": {"EnvelopedProfileGroup": envelope_of({"ProfileGroup": {}}), "Text": "Come"},
        "RequestContact": contact,
        "ReplyContact": contact,
        "GroupInvitation": {"Text": "Come", "EncryptedPartDecrypt": envelope_of({"KeyComposite": {}}),
                            "EnvelopedContact": card},
        "RequestConfirmation": ask,
        "ResponseConfirmation": {"Request": {"MessageID": "NAAA", **ask}, "Accept": True},
        "RequestTask": {"EnvelopedTask": envelope_of({"CatalogedTask": {"EnvelopedTask": envelope_of({"Task": {
            "Title": "Water the plants"}})}})},
    }
    for name in MESSAGES:
        message = {name: {"MessageID": "NBBB-BBBB", "Sender": "mallory@example.com", "Recipient": "alice@example.com",
                          "References": [{"MessageID": "NAAA", "ResponseID": "NCCC", "Relationship": "Accept"}],
                          "Role": "Example Ltd.", **members[name]}}
        corpus.add("message", compact(message))
        corpus.add("message", compact(envelope_of(message, {"UniqueID": "NBBB-BBBB", "MessageType": name})))
        corpus.add("schema", compact(message))


def add_imports(corpus):
    """Files that browsers and KeePassXC write."""
    head = ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<!-- This is an automatically generated file. -->\n"
            '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>Bookmarks</TITLE>\n'
            "<H1>Bookmarks Menu</H1>\n\n")
    corpus.add("bookmarks", head + '<DL><p>\n    <DT><A HREF="https://www.debian.org/" ADD_DATE="1700000000" '
               'ICON="data:image/png;base64,AAAA">Debian &amp; friends</A>\n    <DT><H3 ADD_DATE="1" '
               'PERSONAL_TOOLBAR_FOLDER="true">Toolbar</H3>\n    <DL><p>\n        <DT><A '
               'HREF="https://example.com/a?x=1&amp;y=2">&#8364; caf&#xe9;</A>\n        <DT><A HREF="place:sort=8">'
               'Most</A>\n        <DT><H3>News/Daily</H3>\n        <DL><p>\n            <DT><A '
               'HREF="https://news.example/">News</A>\n            <DD>What\n        </DL><p>\n    </DL><p>\n    '
               "<HR>\n</DL>\n")
    corpus.add("bookmarks", head + "<DL><DT><H3>a<DL><DT><H3>b</H3><DL><DT><A HREF='javascript:x'>c</DL>")
    corpus.add("calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Vienna\r\n"
               "X-LIC-LOCATION:Europe/Vienna\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nSUMMARY:Lunch\\, caf\u00e9\r\n"
               "DTSTART;TZID=Vienna:20260504T120000\r\nDURATION:PT1H30M\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n"
               "EXDATE:20260511T100000Z\r\nTRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n"
               "TRIGGER;RELATED=END:-PT30M\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    corpus.add("calendar", "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Re\n port\nDUE;VALUE=DATE:20260504\n"
               "DESCRIPTION;ALTREP=\"cid:x:y\":First\\nsecond\nSTATUS:NEEDS-ACTION\nEND:VTODO\nEND:VCALENDAR\n")
    corpus.add("credentials", "name,url,username,password,note\r\nexample.com,https://www.example.com/login?next=/,"
               'alice,"se,cret""1""",\r\napp,android://hash@com.example.app/,bob,p\u00e4ssword,a note\r\n')
    corpus.add("credentials", '"url","username","password","httpRealm","formActionOrigin","guid","timeCreated"\r\n'
               '"https://Accounts.Example.org:8443","alice","two\nlines",,"https://accounts.example.org","{5d}","1"\r\n')
    corpus.add("credentials", '"Group","Title","Username","Password","URL","Notes","TOTP","Icon","Last Modified",'
               '"Created"\n"Root","Bank, ""the"" one","b\u00e4rbel ""b""","a,""b"";\n\u00fc ","https://bank.example",'
               '"line 1\nline 2","otpauth://totp/x?secret=JBSWY3DPEHPK3PXP","0","2023-11-14T22:13:20Z",'
               '"2023-11-14T22:13:20Z"\n')


def add_codes(corpus):
    """Codes of contacts and locators of files, with what they can say besides."""
    token = "MBYS-BF7J-OCV2-42M6-EOO6-UTDL-ZX3M-AAAA:7:" + "A" * 86
    for items in ("?a=alice@example.com", "?a=alice@example.com&h=192.168.1.20:15099&h=[2001:db8::1]:4483",
                  f"?a=bob@example.com&n={token}:1700000000:" + "B" * 151 + "A",
                  "?a=bob@example.com.mm--MBYS-BF7J-OCV2-42M6-EOO6-UTDL-ZX3M&s=MBYS-BF7J-OCV2-42M6-EOO6-UTDL-ZX3M"):
        corpus.add("card_code", LOCATOR + items + "\n{}")
        corpus.add("locator", LOCATOR + items + "\nunder the third stone")
    corpus.add("locator", "udf:MBYS-BF7J-OCV2-42M6-EOO6-UTDL-ZX3M")


def add_openpgp(corpus):
    """A certificate, and its key with a passphrase, as GnuPG wrote them."""
    key = ("lIYEawtUFRYJKwYBBAHaRw8BAQdAC5LVWiA8SamcfIKdSpw81Maz+VJ1d0H2lq6OS7kvKDf+BwMC2TwfvNT8cJj/CZRWmVwK7TeP"
           "+wRgo9pF0NAmPkjcdrfV/X2T0ACZYqga3tXOs81dZM/7UhjzMFMcKq8PASP43aoDdQjvf8mx82QIygO4+7QhQWxpY2UgRXhhbXBs"
           "ZSA8YWxpY2VAZXhhbXBsZS5jb20+iJAEExYIADgWIQTIOC8fzT9Z8D0g1UYwH0TnEOq2WQUCawtUFQIbAwULCQgHAgYVCgkICwIE"
           "FgIDAQIeAQIXgAAKCRAwH0TnEOq2WWHvAQDpsqg+6tcItdBspobEYY4Jk3w3i5jlRkk4JRUeGq2D2wEAhfumWOyA4uFttQffDYCQ"
           "Bo0u9ntADSJQkokG8iNWpAyciwRrC1QVEgorBgEEAZdVAQUBAQdAUmu8o6lnM5bx3BPObcxygIWJWrP53dKDPt9A5/fFUCoDAQgH"
           "/gcDAucLjVXqq6Ow/5j05S1vFU1hxkXadnXyMYzqd/ictzbJhp8oDs0n5mp7d8V60uV5lm2SF0G/pIveiBRhOAC1FDvVAQtZ5Q9y"
           "wF0+um+CNI+IeAQYFggAIBYhBMg4Lx/NP1nwPSDVRjAfROcQ6rZZBQJrC1QVAhsMAAoJEDAfROcQ6rZZQJEBAMelMFEq1cRk9TUL"
           "srPRYyfeCH1EHlBB1o7QHEazFu95AQDopRLKm1NfnZDZyod6JfynTtYy2ouxwNhY26CjUPPqAg==")
    corpus.add("openpgp", f"-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n{key}\n=MU+q\n-----END PGP PRIVATE KEY BLOCK-----\n")
    corpus.add("openpgp", base64.b64decode(key))
    corpus.add("openpgp", base64.b64decode(
        "mDMEawtUFRYJKwYBBAHaRw8BAQdAC5LVWiA8SamcfIKdSpw81Maz+VJ1d0H2lq6OS7kvKDe0IUFsaWNlIEV4YW1wbGUgPGFsaWNl"
        "QGV4YW1wbGUuY29tPoiQBBMWCAA4FiEEyDgvH80/WfA9INVGMB9E5xDqtlkFAmsLVBUCGwMFCwkIBwIGFQoJCAsCBBYCAwECHgEC"
        "F4AACgkQMB9E5xDqtllh7wEA6bKoPurXCLXQbKaGxGGOCZN8N4uY5UZJOCUVHhqtg9sBAIX7pljsgOLhbbUH3w2AkAaNLvZ7QA0i"
        "UJKJBvIjVqQMuDgEawtUFRIKKwYBBAGXVQEFAQEHQFJrvKOpZzOW8dwTzm3McoCFiVqz+d3Sgz7fQOf3xVAqAwEIB4h4BBgWCAAg"
        "FiEEyDgvH80/WfA9INVGMB9E5xDqtlkFAmsLVBUCGwwACgkQMB9E5xDqtllAkQEAx6UwUSrVxGT1NQuys9FjJ94IfUQeUEHWjtAc"
        "RrMW73kBAOilEsqbU1+dkNnKh3ol/KdO1jLai7HA2FjboKNQ8+oC"))


def add_networks(corpus):
    """Files and codes of networks in every form that is read."""
    for code in ("WIFI:T:WPA;S:Home;P:pass word;;", r'WIFI:T:WPA;R:1;S:a\;b\:c;P:\"q\";H:true;;',
                 'WIFI:T:nopass;S:"cafe";;', "WIFI:T:WPA;S:00FF3B;P:pass;;",
                 "WIFI:T:WPA2-EAP;E:TTLS;PH2:PAP;A:anon;I:alice;S:eduroam;P:pass;;"):
        corpus.add("network", code)
    key, peer = (base64.b64encode(bytes([octet] * 32)).decode() for octet in (8, 9))
    corpus.add("network", f"[Interface]\nPrivateKey = {key}\nAddress = 10.0.0.2/24, fd00::2/64\nDNS = 10.0.0.1\n"
                          f"ListenPort = 51820\nMTU = 1420\nPostUp = true\n[Peer]\nPublicKey = {peer}\n"
                          f"PresharedKey = {peer}\nAllowedIPs = 0.0.0.0/0, ::/0\nEndpoint = example.org:51820\n"
                          "PersistentKeepalive = 25\n")
    corpus.add("network", f"[connection]\nid=Tunnel\ntype=wireguard\n[wireguard]\nprivate-key={key}\nmtu=1420\n"
                          f"[wireguard-peer.{peer}]\nendpoint=[2001:db8::1]:51820\nallowed-ips=0.0.0.0/0;::/0;\n"
                          "[ipv4]\naddress1=10.0.0.2/24\ndns=10.0.0.1;\nmethod=manual\n")
    for ssid, security in ((r"Home\\; sweet", "key-mgmt=wpa-psk\npsk=secret"), ("0;255;59;", "key-mgmt=sae\npsk=\\sa"),
                           ("eduroam", "key-mgmt=wpa-eap\n[802-1x]\neap=ttls;\nidentity=alice\npassword=a")):
        corpus.add("network", f"[connection]\nid=Home\ntype=wifi\n[wifi]\nhidden=true\nssid={ssid}\n"
                              f"[wifi-security]\n{security}\n")
    for plugin, address in (("openvpn", "remote"), ("strongswan", "address"), ("libreswan", "right"),
                            ("openconnect", "gateway")):
        corpus.add("network", f"[connection]\nid=Office\ntype=vpn\n[vpn]\n{address}=vpn.example.org\nuser=alice\n"
                              f"service-type=org.freedesktop.NetworkManager.{plugin}\n[vpn-secrets]\npassword=a\n")
    # certificates and keys, alone and in connections that hold or name them
    certificate = (
        "MIIBOjCB7aADAgECAhRFfUQl5sYe2H3rMEHCF7XH7ND58jAFBgMrZXAwEjEQMA4GA1UEAwwHRXhhbXBsZTAgFw0yNjExMjkwMTU0"
        "MDVaGA8yMTI2MTEwNTAxNTQwNVowEjEQMA4GA1UEAwwHRXhhbXBsZTAqMAUGAytlcAMhAEpRd9E6lW/OHRlikx2G2UPkLSJAy0Gh"
        "PZ5uqigSikffo1MwUTAdBgNVHQ4EFgQUgBYB1XDx3VoW6MbpwPCa8/VrF9AwHwYDVR0jBBgwFoAUgBYB1XDx3VoW6MbpwPCa8/Vr"
        "F9AwDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXADQQDVA+snQ3eY04Tqown3O6/J0UVu6YD+RZty6X4Vptl17z7vId28XCNbt7Afsh0V"
        "+xmswqLfiQLVl1MDEmPzjYwI")
    key = "MC4CAQAwBQYDK2VwBCIEIOZx/DzDxKywfrNFDLFf0O9iJs4/mrUOEiBKjyv1HjEm"
    encrypted = (
        "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgwNO5o/ASFBgICA+gwDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoE"
        "EP75pqVVj9D9TjGz9LY7a6gEQAVEjFJ4XPBUjbWkCbmzbLNaXpSrePdJ841rFIWLCdQog3VuoCHNTLddqJVz0b9JFHf3IUPa/2XD"
        "R846suOx1ws=")
    for octets, label in ((certificate, "CERTIFICATE"), (key, "PRIVATE KEY"), (encrypted, "ENCRYPTED PRIVATE KEY")):
        corpus.add("network", base64.b64decode(octets))
        lines = "\n".join(octets[at:at + 64] for at in range(0, len(octets), 64))
        corpus.add("network", f"-----BEGIN {label}-----\n{lines}\n-----END {label}-----\n")
    digits = "\n".join(["0123456789abcdef" * 2] * 16)
    corpus.add("network", f"#\n-----BEGIN OpenVPN Static key V1-----\n{digits}\n-----END OpenVPN Static key V1-----\n")
    inside = f"data:;base64,{certificate}"
    corpus.add("network", "[connection]\nid=eduroam\ntype=wifi\n[wifi]\nssid=eduroam\n[wifi-security]\n"
                          f"key-mgmt=wpa-eap\n[802-1x]\neap=tls;\nca-cert={inside}\nclient-cert={inside}\n"
                          f"private-key=data:;base64,{key}\nprivate-key-password=a\n")
    corpus.add("network", f"[connection]\nid=Office\ntype=vpn\n[vpn]\nremote=vpn.example.org\nca={inside}\nta=ta.key\n"
                          "connection-type=password-tls\nservice-type=org.freedesktop.NetworkManager.openvpn\n"
                          "[vpn-secrets]\ncert-pass=a\npassword=b\n")
    corpus.add("network", "[connection]\nid=Cisco\ntype=vpn\n[vpn]\nIPSec gateway=gw.example.org\nIPSec ID=staff\n"
                          "service-type=org.freedesktop.NetworkManager.vpnc\n[vpn-secrets]\nIPSec secret=a\n")


def add_ssh(corpus):
    """Files of OpenSSH, and what its programs send to an agent."""
    key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPqfJdF0FeDMHoJwnTw+vlA5lhr+FGHPa01bf/5tTwA3"
    corpus.add("ssh_file", f"# keys\n{key} carol@example.org\nrestrict,from=\"10.0.0.0/8\" {key}\n")
    corpus.add("ssh_file", f"web.example.org,192.0.2.7 {key}\n@revoked |1|AAAA|AAAA= {key}\n")
    corpus.add("ssh_file", "Host web db\n  HostName=web.example.org\n  Port 2222\n  User alice\n  ProxyJump a,b\n"
                           "Host *\n  ProxyCommand x\n")
    corpus.add("ssh_file", "# >>> Mesh Desktop id: changed by the program, not by hand >>>\nx\n"
                           "# <<< Mesh Desktop id <<<\n")

    def string(data):
        data = data.encode() if isinstance(data, str) else data
        return len(data).to_bytes(4, "big") + data

    blob = base64.b64decode(key.split()[1])
    session = bytes(32)
    login = (string(session) + b"\x32" + string("alice") + string("ssh-connection") + string("publickey") + b"\x01"
             + string("ssh-ed25519") + string(blob))
    file = b"SSHSIG" + string("git") + string("") + string("sha512") + string(bytes(64))
    bind = (b"\x1b" + string("session-bind@openssh.com") + string(blob) + string(session)
            + string(string("ssh-ed25519") + string(bytes(64))) + b"\x00")
    for messages in ((b"\x0b",), (b"\x0b", b"\x0d" + string(blob) + string(login) + bytes(4)),
                     (bind, b"\x0d" + string(blob) + string(file) + bytes(4)), (b"\x11key", b"\x1b" + string("query"))):
        corpus.add("ssh_agent", b"\x03" + b"".join(string(message) for message in messages))


def add_smime(corpus):
    """A certificate, and its key in a PKCS #12 file, as OpenSSL wrote them."""
    for text in (("MIIBbjCCARWgAwIBAgIUOj2ZBGbgarAx2qVCwh7bmtv7Yz8wCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBQTAgFw0yNjExMjgwNzMx"
                  "NTRaGA8yMTI2MTEwNDA3MzE1NFowDDEKMAgGA1UEAwwBQTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIT9aZFT5Akq8/BpgFME"
                  "CsnI2p4UO6LcKtZ8ddjl8rMFhmMXf5ELjQEAK2Hmco1Fr7cG6JnC3Q5fORzJe9tg/DujUzBRMB0GA1UdDgQWBBSkkbbzqKdi+ZYv"
                  "cMfVrTMrscqjKjAfBgNVHSMEGDAWgBSkkbbzqKdi+ZYvcMfVrTMrscqjKjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cA"
                  "MEQCIFpjKae2sylCLcE/Tp3hYnlx6+CzOvPgQsjV841sATytAiAxGJo4m+f3XVus9XKSpg2IBj/TrqFcsY0ElddKrsd/sw=="),
                 ("MIID9gIBAzCCA7AGCSqGSIb3DQEHAaCCA6EEggOdMIIDmTCCAlEGCSqGSIb3DQEHBqCCAkIwggI+AgEAMIICNwYJKoZIhvcNAQcB"
                  "MFYGCSqGSIb3DQEFDTBJMCgGCSqGSIb3DQEFDDAbBAgsb5hLoODESQIBATAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQBKgQQs86Z"
                  "ce3YT7YYe7NnOM9wdYCCAdCNh+nxzswi07KMPxoCTCDVGzLeTvHV9/dOjXzEvKAXEry5sHiW2RWY6TiRdVfgFRx1U1NzfyGdlQ9P"
                  "BlujRrPTSEfw2Y6/WOQTn0ymwK4jl4LC6JWudnuqRrpKlK1mDTzKjv1Led3hYcfJ/hV8MRAcW45tJV9wXoWTV0O5ZT+xgjdpDSq1"
                  "hL2VuMfbiapU2ij0AgpQjmfyGrUvPNixEVQfP1oTgfzbNAK9x7tB8hwcXyoUOiiTgzH4FycAIgj100t+6oH9egknRXTWFcVyjNYN"
                  "Nw4kxWluJKmnQQKxiPLPoPDv0tqvtcexCRHZqF3pdYvXx1We56XQneK1+sJbl+BcpO6bW4OjaTPWzHUNUKTOxGF0amxReEvQ4vYS"
                  "YuPqCd73vPA+LF4FTVjNFXXbUAjhQSgTan2wsN3g07kWHj+IfmPcDUgbxifhUNwZ6B87xhvjDBYpa0Srkfu45aNIXRPMMLe5YRXs"
                  "iR6zBQdPe/Q7Aw++ICFZQsfX9UMjMIigm8xXw4k/S/91GuWMEvANGDWI4c/pleypBb/VganJpFnPWVZ6Dp/24x8e8Y8QJ65Kt1LE"
                  "WeP0XzQiZQX0E9x6IC2B8a0TvvEZz9Akq7O+ERVTgzCCAUAGCSqGSIb3DQEHAaCCATEEggEtMIIBKTCCASUGCyqGSIb3DQEMCgEC"
                  "oIHuMIHrMFYGCSqGSIb3DQEFDTBJMCgGCSqGSIb3DQEFDDAbBAiabOwOz5ljvQIBATAMBggqhkiG9w0CCQUAMB0GCWCGSAFlAwQB"
                  "KgQQtEP58/anO9t2ZARfqX47fwSBkMbVy/j8Mla948LYoDJSyoqVddUqHdc4M+hFkycNImhF8OWAsDm++XmBsGOs4r9FGuFP37hZ"
                  "GPn2MRuQKywrq3CPIy7peigOwZiJNPLPxW5pEVVXGbEdP+kJuZu3YCDHk/2c+bILHFNLCwOKMUdSV0TQOHwdNx5nWUoKHL+8C8ms"
                  "tHrYKzx3YWlx+Rzqv7V0BjElMCMGCSqGSIb3DQEJFTEWBBQB+OP9gFs7C2/9uRNKR81KsamSHDA9MDEwDQYJYIZIAWUDBAIBBQAE"
                  "IIYapLqf8alphG52p4MN/2YG3Ss/mX+yB5jyvvp3DMWIBAgD7Gj76oC47w==")):
        corpus.add("smime", base64.b64decode(text))


def add_what_vectors_lack(corpus):
    for text in ("null", "true", "-0", "1e-7", "-12.5E+3", '"\\u00e9\\ud83d\\ude00\\n"', '{"a":[{},[],"",0]}'):
        corpus.add("json", text)
    for name in TRANSACTIONS:
        corpus.add("request", '{"%s":{"Service":"example.com","ID":"AAECAwQFBgcICQoLDA0ODw"}}' % name)
    add_requests(corpus)
    add_messages(corpus)
    add_networks(corpus)
    add_imports(corpus)
    add_codes(corpus)
    add_openpgp(corpus)
    add_ssh(corpus)
    add_smime(corpus)
    pin = "AAAQ-EAYE-AUDA-OCAJ-BIFQ"
    corpus.add("qr", f"mcu://alice@example.com/{pin}")
    corpus.add("qr", f"mcu://alice@example.com/{pin}?h=192.168.1.20:15099&h=[2001:db8::1]:4483&s=MBYS-BF7J-OCV2-42M6-EOO6-UTDL-ZX3M")
    corpus.add("qr", "mcu://b%C3%B6rg%20x@example.com/")
    token = "MBYS-BF7J-OCV2-42M6-EOO6-UTDL-ZX3M-AAAA:7:" + "A" * 86
    for stated in (token, token + ":1700000000:" + "B" * 151 + "A"):
        corpus.add("log_code", f"mlog:{stated}?a=alice@example.com")
        corpus.add("log_code", f"udf://example.com/EBQC-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-A?a=bob@example.com&n={stated}")
    corpus.add("udf", f"udf://example.com/E{pin[1:]}")


def main():
    corpus = Corpus(sys.argv[1])
    for file in sys.argv[2:]:
        with open(file, encoding="utf-8") as stream:
            for vector in json.load(stream)["vectors"]:
                walk(corpus, vector["inputs"])
                walk(corpus, vector["expected"])
                add_shares(corpus, vector)
    add_what_vectors_lack(corpus)
    empty = [target for target in TARGETS if not any((corpus.folder / target).iterdir())]
    if empty:
        sys.exit(f"no seed for {', '.join(empty)}: have the vectors changed their form?")


if __name__ == "__main__":
    main()
