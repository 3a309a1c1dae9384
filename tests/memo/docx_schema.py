"""Validates the parts of a .docx against the schemas of ECMA-376 (transitional)."""

from __future__ import annotations

import shutil
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree

XML = "http://www.w3.org/XML/1998/namespace"
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
XSD = "{http://www.w3.org/2001/XMLSchema}"
XML_XSD = f"""<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="{XML}">
<xsd:attribute name="lang" type="xsd:language"/>
<xsd:attribute name="space" type="xsd:NCName"/><xsd:attribute name="base" type="xsd:anyURI"/>
</xsd:schema>"""
DUBLIN_CORE = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" '
    'targetNamespace="http://purl.org/dc/elements/1.1/">'
    + "".join(
        f'<xs:element name="{name}" type="xs:string"/>'
        for name in ("creator", "description", "identifier", "language", "subject", "title")
    )
    + "</xs:schema>"
)
TERMS = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified" '
    'targetNamespace="http://purl.org/dc/terms/">'
    '<xs:complexType name="W3CDTF"><xs:simpleContent><xs:extension base="xs:string"/>'
    "</xs:simpleContent></xs:complexType>"
    '<xs:element name="created" type="xs:anyType"/><xs:element name="modified" type="xs:anyType"/>'
    "</xs:schema>"
)
SCHEMAS = {
    "document.main+xml": "wml.xsd",
    "styles+xml": "wml.xsd",
    "numbering+xml": "wml.xsd",
    "settings+xml": "wml.xsd",
    "fontTable+xml": "wml.xsd",
    "footnotes+xml": "wml.xsd",
    "header+xml": "wml.xsd",
    "footer+xml": "wml.xsd",
    "extended-properties+xml": "shared-documentPropertiesExtended.xsd",
    "endnotes+xml": "wml.xsd",
    "theme+xml": "dml-main.xsd",
    "core-properties+xml": "opc-xsd/opc-coreProperties.xsd",
    "relationships+xml": "opc-xsd/opc-relationships.xsd",
}


class _Known(etree.Resolver):
    """Answers the imports that point to the network."""

    def resolve(self, url: str, public_id: str, context: object) -> object:
        for end, text in (("dcterms.xsd", TERMS), ("/dc.xsd", DUBLIN_CORE), ("xml.xsd", XML_XSD)):
            if url.endswith(end):
                return self.resolve_string(text, context)
        return None


class Schemas:
    """The schemas in `folder`, copied to `scratch` so that nothing is written beside them."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        self._folder = scratch / "xsd"
        shutil.copytree(folder, self._folder)
        (self._folder / "xml.xsd").write_text(XML_XSD)
        self._load = cache(self._read)

    def problems(self, path: Path) -> list[str]:
        """What the schemas say against the document; every part but a picture must have one."""
        found = []
        with zipfile.ZipFile(path) as archive:
            types = etree.fromstring(archive.read("[Content_Types].xml"))
            schema = self._load("opc-xsd/opc-contentTypes.xsd")
            found += self._check("[Content_Types].xml", types, schema)
            override = {o.get("PartName"): o.get("ContentType") for o in types}
            default = {d.get("Extension"): d.get("ContentType") for d in types}
            for name in archive.namelist():
                if name == "[Content_Types].xml":
                    continue
                kind = override.get(f"/{name}") or default.get(name.rsplit(".", 1)[-1])
                file = next((x for end, x in SCHEMAS.items() if (kind or "").endswith(end)), None)
                if (kind or "").startswith("image/"):
                    continue
                if file is None:
                    found.append(f"{name}: no schema for {kind}")
                else:
                    root = etree.fromstring(archive.read(name))
                    found += self._check(name, root, self._load(file))
        return found

    def _check(self, name: str, root: etree._Element, schema: etree.XMLSchema) -> list[str]:
        # A consumer of the file takes away what it need not know before it validates.
        ignorable = [root.nsmap.get(p) for p in root.attrib.pop(IGNORABLE, "").split()]
        for element in list(root.iter(etree.Element)):
            if etree.QName(element).namespace in ignorable:
                element.getparent().remove(element)
            for key in element.attrib:
                if etree.QName(key).namespace in ignorable:
                    del element.attrib[key]
        schema.validate(root)
        return [f"{name}: {error.message}" for error in schema.error_log]

    def _read(self, file: str) -> etree.XMLSchema:
        parser = etree.XMLParser()
        parser.resolvers.add(_Known())
        place = str(self._folder / file)
        tree = etree.parse(place, parser)
        for needed in tree.iter(f"{XSD}import"):
            if needed.get("namespace") == XML:
                needed.set("schemaLocation", "xml.xsd")
        again = etree.fromstring(etree.tostring(tree), parser, base_url=place)
        return etree.XMLSchema(etree.ElementTree(again))
