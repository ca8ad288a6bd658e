package org.quartermaster.catalog.rfpreading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.quartermaster.catalog.rfpreading.ReadDocument.Cell;
import org.quartermaster.catalog.rfpreading.ReadDocument.Place;
import org.quartermaster.catalog.rfpreading.ReadDocument.Row;
import org.quartermaster.catalog.rfpreading.UnreadableFile.Reason;

/** Reads plain text and Markdown line by line; a line's columns are its tabs, bars or wide gaps. */
final class TextFile {
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\r|\\n|$)");
    private static final Pattern SEGMENT = Pattern.compile("\\S+(?:[ \\u00A0]\\S+)*");
    private static final Pattern BAR_CELL = Pattern.compile("[^|]+");
    private static final Pattern BAR_RULE = Pattern.compile("\\s*\\|?[\\s:|-]*-{2,}[\\s:|-]*");
    private static final Pattern MARKUP = Pattern.compile("(?is)\\s*(?:\\{\\\\rtf|<!doctype|<html|<\\?xml).*");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int MOST_FOREIGN = 5;

    private TextFile() {}

    static ReadDocument read(byte[] file) throws UnreadableFile {
        var text = decode(file);
        if (text.isBlank()) {
            throw new UnreadableFile(Reason.NO_TEXT);
        }
        if (MARKUP.matcher(text).matches()) {
            throw new UnreadableFile(Reason.UNSUPPORTED);
        }
        var table = CsvTable.read(text);
        return table.isPresent() ? table.get() : new ReadDocument(FileKind.TEXT, text, rows(text));
    }

    private static String decode(byte[] file) throws UnreadableFile {
        for (var charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            var mark = "\uFEFF".getBytes(charset);
            if (file.length >= 2 && file[0] == mark[0] && file[1] == mark[1]) {
                return new String(file, 2, file.length - 2, charset);
            }
        }
        for (var letter : file) {
            if (letter >= 0 && letter < ' ' && "\t\n\r\f".indexOf(letter) < 0) {
                throw new UnreadableFile(Reason.UNSUPPORTED);
            }
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return western(file, other);
        }
    }

    /** NB: a text mostly of foreign letters in an unnamed old encoding would become wrong words. */
    private static String western(byte[] file, CharacterCodingException cause) throws UnreadableFile {
        var foreign = 0;
        for (var letter : file) {
            foreign += letter < 0 ? 1 : 0;
        }
        if (foreign * MOST_FOREIGN > file.length) {
            throw new UnreadableFile(Reason.UNREADABLE, cause);
        }
        return new String(file, WESTERN);
    }

    private static List<Row> rows(String text) {
        var rows = new ArrayList<Row>();
        var isApart = false;
        var number = 0;
        for (var lines = LINE.matcher(text); lines.find() && lines.start() < text.length(); ) {
            number++;
            var line = lines.group();
            if (line.isBlank() || BAR_RULE.matcher(line.strip()).matches()) {
                isApart |= line.isBlank();
                continue;
            }
            var start = lines.start() + line.indexOf(line.strip());
            var isBars = line.strip().startsWith("|");
            rows.add(new Row(
                    new Place(null, null, number),
                    start,
                    start + line.strip().length(),
                    start - lines.start(),
                    isApart,
                    isBars,
                    isBars ? cells(line.strip(), BAR_CELL) : segments(line)));
            isApart = false;
        }
        return rows;
    }

    private static List<Cell> segments(String line) {
        if (line.indexOf('\t') < 0) {
            return SEGMENT.matcher(line)
                    .results()
                    .map(match -> new Cell(match.start(), match.end(), match.group(), false))
                    .toList();
        }
        return cells(line, Pattern.compile("[^\\t]+"));
    }

    private static List<Cell> cells(String line, Pattern cell) {
        var separator = line.indexOf('\t') >= 0 ? '\t' : '|';
        return cell.matcher(line)
                .results()
                .map(match -> {
                    var column = line.substring(0, match.start())
                            .chars()
                            .filter(c -> c == separator)
                            .count();
                    return new Cell(column, column + 0.9, match.group().strip(), false);
                })
                .filter(found -> !found.text().isEmpty())
                .toList();
    }
}
