package org.quartermaster.catalog.rfpreading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.quartermaster.catalog.rfpreading.UnreadableFile.Reason;

/** The XML parts of an office package, unpacked within limits and read without entities. */
final class Parts {
    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final byte[] END = {'P', 'K', 5, 6};
    private static final int LONGEST_END = 22 + 0xFFFF;
    private static final int BUFFER = 1 << 16;
    private static final Pattern READ =
            Pattern.compile("word/document\\.xml|xl/workbook\\.xml|xl/sharedStrings\\.xml|xl/styles\\.xml|"
                    + "xl/_rels/workbook\\.xml\\.rels|xl/worksheets/[^/]+\\.xml");

    private final Map<String, byte[]> parts = new TreeMap<>();

    private Parts() {}

    /** Unpacks what is read; all else counts for the limits. */
    static Parts of(byte[] file) throws UnreadableFile {
        if (isCutOff(file)) {
            throw new UnreadableFile(Reason.UNREADABLE);
        }
        var found = new Parts();
        long bytes = 0;
        var entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                var content = READ.matcher(entry.getName()).matches() ? new ByteArrayOutputStream() : null;
                bytes += copy(zip, content, MOST_BYTES - bytes);
                if (bytes > MOST_BYTES || entries > MOST_ENTRIES) {
                    throw new UnreadableFile(Reason.TOO_LARGE);
                }
                if (content != null) {
                    found.parts.put(entry.getName(), content.toByteArray());
                }
            }
            return found;
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableFile(Reason.UNREADABLE, broken);
        }
    }

    /** NB: a stream of a cut package just ends; the directory at its end tells that it is whole. */
    private static boolean isCutOff(byte[] file) {
        for (var i = file.length - END.length; i >= Math.max(0, file.length - LONGEST_END); i--) {
            if (Arrays.equals(file, i, i + END.length, END, 0, END.length)) {
                return false;
            }
        }
        return true;
    }

    private static long copy(ZipInputStream zip, ByteArrayOutputStream out, long most) throws IOException {
        var buffer = new byte[BUFFER];
        long length = 0;
        for (var read = zip.read(buffer); read >= 0 && length <= most; read = zip.read(buffer)) {
            length += read;
            if (out != null) {
                out.write(buffer, 0, read);
            }
        }
        return length;
    }

    Set<String> names() {
        return parts.keySet();
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    XMLStreamReader xml(String name) throws XMLStreamException {
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(parts.get(name)));
    }
}
