package org.quartermaster.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The plainest PDF that holds a text: letters of ASCII in one font, the lines spread over its pages. */
final class PlainPdf {
    private static final String FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    private static final String PAGE = """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>""";
    private static final int FIRST = 4;

    private PlainPdf() {}

    static String of(int pages, String text) {
        var lines = text.split("\n");
        var each = (lines.length + pages - 1) / pages;
        var kids = IntStream.range(0, pages)
                .mapToObj(page -> FIRST + 2 * page + " 0 R")
                .collect(Collectors.joining(" "));
        var objects = new ArrayList<>(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [" + kids + "] /Count " + pages + " >>",
                FONT));
        for (var page = 0; page < pages; page++) {
            objects.add(PAGE.formatted(FIRST + 2 * page + 1));
            objects.add(content(lines, page * each, Math.min(lines.length, (page + 1) * each)));
        }
        return document(objects);
    }

    private static String content(String[] lines, int from, int to) {
        var text = new StringBuilder("BT /F1 11 Tf 16 TL 50 780 Td\n");
        for (var n = from; n < to; n++) {
            text.append('(').append(lines[n].replaceAll("([()\\\\])", "\\\\$1")).append(") Tj T*\n");
        }
        text.append("ET");
        return "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream";
    }

    private static String document(List<String> objects) {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder("0000000000 65535 f \n");
        for (var n = 0; n < objects.size(); n++) {
            places.append(String.format("%010d 00000 n \n", pdf.length()));
            pdf.append(n + 1).append(" 0 obj\n").append(objects.get(n)).append("\nendobj\n");
        }
        var table = pdf.length();
        var size = objects.size() + 1;
        return pdf.append("xref\n0 ")
                .append(size)
                .append('\n')
                .append(places)
                .append("trailer\n<< /Size ")
                .append(size)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n")
                .toString();
    }
}
