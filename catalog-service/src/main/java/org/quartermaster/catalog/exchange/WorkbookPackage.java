package org.quartermaster.catalog.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.quartermaster.platform.problem.Problem;

/**
 * The parts of a workbook, each found from the beginning of the file, as they stand in any order.
 *
 * @param file gives the file from its beginning
 */
record WorkbookPackage(Supplier<InputStream> file) {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final long MOST_BYTES = 1L << 30;

    /** A part; null where there is none. */
    XMLStreamReader xml(String name) throws IOException, XMLStreamException {
        var zip = new ZipInputStream(file.get());
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(name)) {
                var factory = XMLInputFactory.newInstance();
                factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
                factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
                factory.setProperty(XMLInputFactory.IS_COALESCING, true);
                return factory.createXMLStreamReader(new Bounded(zip));
            }
        }
        return null;
    }

    /** A part that unpacks to no more than memory and time allow: some bytes may hold any number of them. */
    private static final class Bounded extends FilterInputStream {
        private long read;

        Bounded(InputStream part) {
            super(part);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var more = super.read(target, offset, length);
            read += Math.max(more, 0);
            if (read > MOST_BYTES) {
                throw Problem.invalid("", "import.too_large");
            }
            return more;
        }
    }

    /** The first sheet that its reader would see; null where there is none. */
    XMLStreamReader sheet() throws IOException, XMLStreamException {
        var targets = targets();
        var xml = xml("xl/workbook.xml");
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && "sheet".equals(xml.getLocalName())) {
                var state = xml.getAttributeValue(null, "state");
                var part = targets.get(xml.getAttributeValue(RELATIONS, "id"));
                if (part != null && (state == null || "visible".equals(state))) {
                    return xml(part);
                }
            }
        }
        return null;
    }

    private Map<String, String> targets() throws IOException, XMLStreamException {
        var targets = new HashMap<String, String>();
        var xml = xml("xl/_rels/workbook.xml.rels");
        while (xml != null && xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && "Relationship".equals(xml.getLocalName())) {
                var target = xml.getAttributeValue(null, "Target");
                var isWhole = target.startsWith("/");
                targets.put(xml.getAttributeValue(null, "Id"), isWhole ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }
}
