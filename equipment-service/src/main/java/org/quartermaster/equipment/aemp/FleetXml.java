package org.quartermaster.equipment.aemp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a document whose JSON form is given as XML in the namespace of ISO/TS 15143-3. */
final class FleetXml {
    static final String NAMESPACE = "http://standards.iso.org/iso/15143/-3";
    private static final Set<String> ATTRIBUTES = Set.of("version", "snapshotTime", "datetime");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private FleetXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String write(String root, JsonNode document) {
        try {
            var writer = new FleetXml();
            writer.xml.writeStartDocument("UTF-8", "1.0");
            writer.element(root, document, true);
            writer.xml.writeEndDocument();
            return writer.text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void element(String name, JsonNode node, boolean isRoot) throws XMLStreamException {
        xml.writeStartElement(name);
        if (isRoot) {
            xml.writeDefaultNamespace(NAMESPACE);
        }
        for (var member : node.properties()) {
            if (ATTRIBUTES.contains(member.getKey())) {
                xml.writeAttribute(member.getKey(), text(member.getValue()));
            }
        }
        for (var member : node.properties()) {
            if (!ATTRIBUTES.contains(member.getKey())) {
                children(member.getKey(), member.getValue());
            }
        }
        if (node.isValueNode()) {
            xml.writeCharacters(text(node));
        }
        xml.writeEndElement();
    }

    private void children(String name, JsonNode node) throws XMLStreamException {
        if (!node.isArray()) {
            element(name, node, false);
            return;
        }
        for (var item : node) {
            element(name, item, false);
        }
    }

    /** NB: xs:decimal has no exponent, and XML 1.0 no place for control characters, however they are escaped. */
    private static String text(JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue().toPlainString();
        }
        return node.asText()
                .codePoints()
                .filter(FleetXml::isAllowed)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** XML 1.0, production 2. */
    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
