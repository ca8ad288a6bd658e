package org.quartermaster.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** The list of a supplier that nobody is, as CSV: the same rows each time, and nothing is wrong with them. */
record SupplierList(int rows) {
    private static final String HEADER = "sku,name,description,price,mpn,brand,category\n";
    private static final int NAME = 6;
    private static final int DESCRIPTION = 20;
    private static final int BRANDS = 20;
    private static final int CATEGORIES = 100;
    private static final int CENTS = 50_000;

    Path write(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            write(out, "");
        }
        return file;
    }

    /** As the body of a form that it is sent in. */
    Path writeForm(Path file, String boundary) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("--" + boundary + "\r\n");
            out.write("Content-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n");
            out.write("Content-Type: text/csv\r\n\r\n");
            write(out, "\r\n--" + boundary + "--\r\n");
        }
        return file;
    }

    private void write(BufferedWriter out, String end) throws IOException {
        out.write(HEADER);
        for (var n = 1; n <= rows; n++) {
            out.write(row(n));
        }
        out.write(end);
    }

    private static String row(int n) {
        var random = new SplittableRandom(n);
        var cents = random.nextInt(CENTS);
        return String.format(
                Locale.ROOT,
                "SL-%08d,%s %d,%s,%d.%02d,MK %d,Brand %d,Category %d\n",
                n,
                text(random, NAME),
                n,
                text(random, DESCRIPTION),
                cents / 100,
                cents % 100,
                n * 7L,
                1 + random.nextInt(BRANDS),
                1 + random.nextInt(CATEGORIES));
    }

    private static String text(SplittableRandom random, int words) {
        var text = new StringBuilder();
        for (var word = 0; word < words; word++) {
            text.append(word == 0 ? "" : " ").append(ArticleWords.word(place(random)));
        }
        return text.toString();
    }

    /** NB: few words stand nearly everywhere, most of them hardly anywhere. */
    private static int place(SplittableRandom random) {
        return (int) (Vocabulary.SIZE * Math.pow(random.nextDouble(), 3));
    }
}
