package org.quartermaster.procurement.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.quartermaster.procurement.document.Extracted.Status;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads the text of a document with Tika: what is packed into it is not opened, no macro is read, nothing is fetched. */
final class TextReader {
    static final int MOST_CHARACTERS = 5_000_000;

    private static final String ZIP = "application/zip";
    private static final String PDF = "application/pdf";
    private static final Set<String> READ = Set.of(
            PDF,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.text",
            "text/html",
            "application/xhtml+xml",
            "text/plain");
    private static final Map<String, String> PROTECTED =
            Map.of("application/x-tika-ooxml-protected", "password_protected");

    private final AutoDetectParser parser = new AutoDetectParser();
    private final Duration most;

    /** @param most time that a document may take */
    TextReader(Duration most) {
        this.most = most;
    }

    private static final class NothingWithin implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean isHtml) {}
    }

    Extracted read(Path file) throws IOException {
        try {
            if (ArchiveGuard.isBomb(file)) {
                return Extracted.without(Status.FAILED, "zip_bomb", ZIP, null);
            }
        } catch (ZipException broken) {
            return Extracted.without(Status.FAILED, "broken_archive", ZIP, null);
        }
        var type = type(file);
        if (PROTECTED.containsKey(type)) {
            return Extracted.without(Status.FAILED, PROTECTED.get(type), type, null);
        }
        if (!READ.contains(type)) {
            return Extracted.without(Status.UNSUPPORTED, "unsupported_type", type, null);
        }
        try {
            return parse(file, type);
        } catch (SAXException | TikaException | RuntimeException broken) {
            return Extracted.without(Status.FAILED, reason(broken), type, null);
        }
    }

    private String type(Path file) throws IOException {
        try (var in = TikaInputStream.get(file)) {
            return parser.getDetector().detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private Extracted parse(Path file, String type) throws IOException, SAXException, TikaException {
        var metadata = new Metadata();
        var text = new WriteOutContentHandler(MOST_CHARACTERS);
        String error = null;
        try (var in = TikaInputStream.get(file)) {
            parser.parse(in, new Deadline(new BodyContentHandler(text), most), metadata, context());
        } catch (SAXException | TikaException stopped) {
            if (!WriteLimitReachedException.isWriteLimitReached(stopped)) {
                throw stopped;
            }
            error = "text_truncated";
        }
        var found = clean(text.toString());
        var pages = metadata.getInt(PagedText.N_PAGES);
        return found.isBlank() ? empty(file, type, pages) : new Extracted(Status.SUCCESS, error, found, type, pages);
    }

    private static ParseContext context() {
        var context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new NothingWithin());
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        context.set(PDFParserConfig.class, pdf);
        var office = new OfficeParserConfig();
        office.setExtractMacros(false);
        office.setUseSAXDocxExtractor(true);
        context.set(OfficeParserConfig.class, office);
        return context;
    }

    /** PostgreSQL takes no NUL, and UTF-8 no half of a pair. */
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> letter == 0 || letter >= 0xD800 && letter <= 0xDFFF ? ' ' : letter)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static Extracted empty(Path file, String type, Integer pages) throws IOException {
        return type.equals(PDF) && hasPicture(file)
                ? Extracted.without(Status.OCR_REQUIRED, "scan", type, pages)
                : Extracted.without(Status.FAILED, "empty_document", type, pages);
    }

    private static boolean hasPicture(Path file) throws IOException {
        try (var document = Loader.loadPDF(file.toFile())) {
            for (var page : document.getPages()) {
                if (hasPicture(page)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean hasPicture(PDPage page) {
        var resources = page.getResources();
        if (resources != null) {
            for (var name : resources.getXObjectNames()) {
                if (resources.isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String reason(Throwable broken) {
        for (var cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof EncryptedDocumentException) {
                return "password_protected";
            }
            if (cause instanceof Deadline.Passed) {
                return "timeout";
            }
            if (cause instanceof ZeroByteFileException) {
                return "empty_document";
            }
            if (cause.getMessage() != null && cause.getMessage().toLowerCase().contains("bomb")) {
                return "zip_bomb";
            }
        }
        return "unreadable";
    }
}
