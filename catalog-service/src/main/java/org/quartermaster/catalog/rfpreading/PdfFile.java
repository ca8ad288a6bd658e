package org.quartermaster.catalog.rfpreading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.quartermaster.catalog.rfpreading.ReadDocument.Cell;
import org.quartermaster.catalog.rfpreading.ReadDocument.Place;
import org.quartermaster.catalog.rfpreading.UnreadableFile.Reason;

/** Reads the text of a PDF line by line; words with a wide gap between them are cells. */
final class PdfFile extends PDFTextStripper {
    private static final double WIDE = 1.1;
    private static final double APART = 1.9;

    private final Draft draft = new Draft();
    private final List<Word> words = new ArrayList<>();
    private int line;
    private double bottom;

    private record Word(double left, double right, double baseline, double size, String text) {}

    private PdfFile() {
        setSortByPosition(true);
    }

    static Draft read(byte[] file) throws UnreadableFile {
        if (isCutOff(file)) {
            throw new UnreadableFile(Reason.UNREADABLE);
        }
        try (var document = Loader.loadPDF(file)) {
            var reader = new PdfFile();
            reader.getText(document);
            return reader.draft;
        } catch (InvalidPasswordException locked) {
            throw new UnreadableFile(Reason.ENCRYPTED, locked);
        } catch (IOException broken) {
            throw new UnreadableFile(Reason.UNREADABLE, broken);
        }
    }

    /** NB: the library mends such a file silently, and the lines that are gone would be missing without a word. */
    private static boolean isCutOff(byte[] file) {
        var tail = new String(
                file, Math.max(0, file.length - 2048), Math.min(2048, file.length), StandardCharsets.ISO_8859_1);
        return !tail.contains("startxref");
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (text.isBlank() || positions.isEmpty()) {
            return;
        }
        var first = positions.get(0);
        var left =
                positions.stream().mapToDouble(TextPosition::getXDirAdj).min().orElse(0);
        var right = positions.stream()
                .mapToDouble(position -> position.getXDirAdj() + position.getWidthDirAdj())
                .max()
                .orElse(0);
        words.add(new Word(left, right, first.getYDirAdj(), Math.max(1, first.getFontSizeInPt()), text));
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
        bottom = 0;
        line = 0;
    }

    private void endLine() {
        if (words.isEmpty()) {
            return;
        }
        var first = words.get(0);
        var isApart = line == 0 || first.baseline() - bottom > APART * first.size();
        line++;
        draft.add(new Place(getCurrentPageNo(), null, line), isApart, false, cells());
        bottom = first.baseline();
        words.clear();
    }

    private List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        var from = 0;
        for (var i = 1; i <= words.size(); i++) {
            if (i == words.size()
                    || words.get(i).left() - words.get(i - 1).right()
                            > WIDE * words.get(i).size()) {
                cells.add(cell(words.subList(from, i)));
                from = i;
            }
        }
        return cells;
    }

    private static Cell cell(List<Word> words) {
        var text = String.join(" ", logical(words.stream().map(Word::text).toList()));
        return new Cell(words.get(0).left(), words.get(words.size() - 1).right(), Draft.clean(text), false);
    }

    /** Words come from left to right; those of a right-to-left text are read the other way, Latin ones among them not. */
    private static List<String> logical(List<String> words) {
        if (words.stream().filter(PdfFile::isRightToLeft).count() * 2 < words.size()) {
            return words;
        }
        var turned = new ArrayList<>(words);
        Collections.reverse(turned);
        for (var from = 0; from < turned.size(); from++) {
            var to = from;
            while (to < turned.size() && isLatin(turned.get(to))) {
                to++;
            }
            Collections.reverse(turned.subList(from, to));
            from = to;
        }
        return turned;
    }

    private static boolean isRightToLeft(String word) {
        return word.codePoints()
                .anyMatch(
                        letter -> Character.getDirectionality(letter) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    }

    private static boolean isLatin(String word) {
        return word.codePoints()
                .anyMatch(letter -> Character.getDirectionality(letter) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }
}
