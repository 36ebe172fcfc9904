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

TARGETS = ("json", "jsonb", "udf", "envelope", "sequence", "schema", "request", "qr", "share")
MAXIMUM = 65536

UDF = re.compile(r"[A-Z2-7]{4}(-[A-Z2-7]{1,4})+")
URI = re.compile(r"[a-z]{3,8}://?[^\s\"]+|udf:[^\s\"]+")
HEX = re.compile(r"([0-9a-f]{2}){4,}")
CLASS = re.compile(r"[A-Z][A-Za-z]+")

# A bare request of every transaction; authenticated ones are envelopes and come from the vectors.
TRANSACTIONS = ("Hello ValidateAccount CreateAccount DeleteAccount Get Publish Status ConnectStart ConnectStatus "
                "ConnectPending ConnectComplete Transfer Connect Complete Download Upload Post").split()


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
        body = from_base64url(value[1] or "")
        if body and body[:1] in (b"{", b"["):
            add_octets(corpus, body)
    if is_object_of_a_class(value):
        corpus.add("schema", text)
        if next(iter(value)) in TRANSACTIONS:
            corpus.add("request", text)


def add_octets(corpus, data):
    """Octets of unknown meaning: JSON text, a container's frames, or JSON-B."""
    if data[:1] in (b"{", b"["):
        value = parse(data)
        if isinstance(value, (dict, list)):
            add_json(corpus, value, data)
            return
    if 0xF0 <= data[0] <= 0xF7:
        corpus.add("sequence", data)
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


def add_what_vectors_lack(corpus):
    for text in ("null", "true", "-0", "1e-7", "-12.5E+3", '"\\u00e9\\ud83d\\ude00\\n"', '{"a":[{},[],"",0]}'):
        corpus.add("json", text)
    for name in TRANSACTIONS:
        corpus.add("request", '{"%s":{"Service":"example.com","ID":"AAECAwQFBgcICQoLDA0ODw"}}' % name)
    add_requests(corpus)
    pin = "AAAQ-EAYE-AUDA-OCAJ-BIFQ"
    corpus.add("qr", f"mcu://alice@example.com/{pin}")
    corpus.add("qr", f"mcu://alice@example.com/{pin}?h=192.168.1.20:15099&h=[2001:db8::1]:4483&s=MBYS-BF7J-OCV2-42M6-EOO6-UTDL-ZX3M")
    corpus.add("qr", "mcu://b%C3%B6rg%20x@example.com/")
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
