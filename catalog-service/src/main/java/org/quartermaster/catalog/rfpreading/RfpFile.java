package org.quartermaster.catalog.rfpreading;

import javax.xml.stream.XMLStreamException;
import org.quartermaster.catalog.rfpreading.UnreadableFile.Reason;

/** Reads a request of any supported kind. */
public final class RfpFile {
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

    private static ReadDocument office(Parts parts) throws UnreadableFile {
        try {
            if (parts.has("word/document.xml")) {
                return filled(WordFile.read(parts), FileKind.DOCX);
            }
            if (parts.has("xl/workbook.xml")) {
                return filled(WorkbookFile.read(parts), FileKind.XLSX);
            }
        } catch (XMLStreamException | NumberFormatException | IndexOutOfBoundsException broken) {
            throw new UnreadableFile(Reason.UNREADABLE, broken);
        }
        throw new UnreadableFile(Reason.UNSUPPORTED);
    }

    private static ReadDocument filled(Draft draft, FileKind kind) throws UnreadableFile {
        if (draft.isEmpty()) {
            throw new UnreadableFile(Reason.NO_TEXT);
        }
        return draft.document(kind);
    }
}
