package org.quartermaster.equipment.aemp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * Reads the machines of an XML document one after the other into their JSON form, whatever its namespace is. Memory
 * holds one machine at a time, and of it only what a snapshot can say. Blocking.
 */
final class XmlEquipment implements Iterator<ObjectNode> {
    static final ProblemType MALFORMED = new ProblemType(400, "malformed_xml");
    private static final int DEEPEST = 64;
    private static final int LONGEST = 256;
    private static final Set<String> FIELDS = Set.of(
            "datetime",
            "OEMName",
            "Model",
            "SerialNumber",
            "PIN",
            "Latitude",
            "Longitude",
            "Altitude",
            "AltitudeUnits",
            "Hour",
            "Percent",
            "OdometerUnits",
            "Odometer",
            "Running");

    private final XMLStreamReader xml;
    private ObjectNode next;
    private boolean ended;

    /** @throws Problem 400 when it is no XML, 422 when it is another document */
    XmlEquipment(InputStream body) {
        try {
            xml = reader(body);
            toRoot();
        } catch (XMLStreamException broken) {
            throw Problem.of(MALFORMED);
        }
    }

    /** NB: without document types there is nothing to expand and nothing to fetch. */
    private static XMLStreamReader reader(InputStream body) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(body);
    }

    private void toRoot() throws XMLStreamException {
        while (advance() != XMLStreamConstants.START_ELEMENT) {
            continue;
        }
        var root = xml.getLocalName();
        if (root.equals("Equipment")) {
            next = equipment();
        } else if (!root.equals("Fleet")) {
            throw Problem.invalid("Fleet", "missing");
        }
        ended = next != null;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && !ended) {
                read();
            }
            return next != null;
        } catch (XMLStreamException broken) {
            throw Problem.of(MALFORMED);
        }
    }

    private void read() throws XMLStreamException {
        if (!child()) {
            ended = true;
            while (advance() != XMLStreamConstants.END_DOCUMENT) {
                continue;
            }
        } else if (xml.getLocalName().equals("Equipment")) {
            next = equipment();
        } else {
            skip();
        }
    }

    @Override
    public ObjectNode next() {
        var found = next;
        next = null;
        return found;
    }

    private ObjectNode equipment() throws XMLStreamException {
        var equipment = JsonNodeFactory.instance.objectNode();
        while (child()) {
            var name = xml.getLocalName();
            if (Snapshot.ELEMENTS.contains(name) && !equipment.has(name)) {
                equipment.set(name, element());
            } else {
                skip();
            }
        }
        return equipment;
    }

    private ObjectNode element() throws XMLStreamException {
        var element = JsonNodeFactory.instance.objectNode();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            var value = xml.getAttributeValue(i);
            set(element, field(xml.getAttributeLocalName(i)), value.substring(0, Math.min(value.length(), LONGEST)));
        }
        while (child()) {
            set(element, field(xml.getLocalName()), text());
        }
        return element;
    }

    private static void set(ObjectNode element, String field, String value) {
        if (FIELDS.contains(field) && !element.has(field)) {
            element.put(field, value);
        }
    }

    /** Some write dateTime. */
    private static String field(String name) {
        return name.equalsIgnoreCase("datetime") ? "datetime" : name;
    }

    /** Goes to the next child of the element that is open; false at its end. */
    private boolean child() throws XMLStreamException {
        while (true) {
            var event = advance();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event == XMLStreamConstants.START_ELEMENT;
            }
        }
    }

    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        while (true) {
            var event = advance();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return text.toString();
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                skip();
            } else if (xml.hasText() && event != XMLStreamConstants.COMMENT && text.length() < LONGEST) {
                text.append(xml.getText(), 0, Math.min(xml.getTextLength(), LONGEST));
            }
        }
    }

    private void skip() throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            var event = advance();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw Problem.of(MALFORMED);
            }
        }
    }

    private int advance() throws XMLStreamException {
        var event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw Problem.of(MALFORMED);
        }
        return event;
    }
}
