package org.quartermaster.catalog.rfpreading;

import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.quartermaster.catalog.rfpreading.UnreadableFile.Reason;
import org.quartermaster.catalog.unit.Units;

/** Reads a request of any supported kind. */
public final class RfpFile {
    private static final Extractor EXTRACTOR = new Extractor(Units.standard());

    private RfpFile() {}

    /**
     * Reads the whole document.
     *
     * @param file its bytes; the kind is found from them
     * @throws UnreadableFile with the reason when it gives no text
     */
    public static ReadDocument read(byte[] file) throws UnreadableFile {
        return switch (FileKind.of(file)) {
            case PDF -> filled(PdfFile.read(file), FileKind.PDF);
            case XLSX, DOCX -> office(Parts.of(file));
            case TEXT, CSV -> TextFile.read(file);
        };
    }

    /**
     * The media type of a file, found from its content without reading all of it but for plain text; of one that turns
     * out to be broken or encrypted only that it is bytes.
     *
     * @throws UnreadableFile where it is empty, no request of any kind, too large unpacked, or text with too many items
     */
    public static String mediaType(byte[] file) throws UnreadableFile {
        try {
            return switch (FileKind.of(file)) {
                case PDF -> FileKind.PDF.mediaType();
                case XLSX, DOCX -> office(Parts.of(file).names()).mediaType();
                case TEXT, CSV -> bounded(TextFile.read(file)).kind().mediaType();
            };
        } catch (UnreadableFile unreadable) {
            return switch (unreadable.reason()) {
                case NO_TEXT -> FileKind.TEXT.mediaType();
                case UNREADABLE, ENCRYPTED -> "application/octet-stream";
                default -> throw unreadable;
            };
        }
    }

    private static ReadDocument bounded(ReadDocument text) throws UnreadableFile {
        if (Extractor.mayBeTooLong(text)) {
            EXTRACTOR.extract(text);
        }
        return text;
    }

    private static FileKind office(Set<String> parts) throws UnreadableFile {
        if (parts.contains(WordFile.MAIN)) {
            return FileKind.DOCX;
        }
        if (parts.contains(WorkbookFile.MAIN)) {
            return FileKind.XLSX;
        }
        throw new UnreadableFile(Reason.UNSUPPORTED);
    }

    private static ReadDocument office(Parts parts) throws UnreadableFile {
        var kind = office(parts.names());
        try {
            return filled(kind == FileKind.DOCX ? WordFile.read(parts) : WorkbookFile.read(parts), kind);
        } catch (XMLStreamException | NumberFormatException | IndexOutOfBoundsException broken) {
            throw new UnreadableFile(Reason.UNREADABLE, broken);
        }
    }

    private static ReadDocument filled(Draft draft, FileKind kind) throws UnreadableFile {
        if (draft.isEmpty()) {
            throw new UnreadableFile(Reason.NO_TEXT);
        }
        return draft.document(kind);
    }
}
