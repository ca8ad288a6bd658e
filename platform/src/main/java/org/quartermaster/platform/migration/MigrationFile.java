package org.quartermaster.platform.migration;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration ({@code V}), the script that takes it back ({@code U}), or what is left of one that another superseded
 * before it was ever applied ({@code S}, its header alone), from the class path.
 */
public record MigrationFile(String name, String sql) {
    private static final List<String> FOLDERS = List.of("db/shared", "db/migration");

    /** All files of the platform and the service, in the order of their versions. */
    public static List<MigrationFile> all(char kind) throws IOException {
        var files = new ArrayList<MigrationFile>();
        for (var folder : FOLDERS) {
            var found = MigrationFile.class.getClassLoader().getResources(folder);
            while (found.hasMoreElements()) {
                files.addAll(in(uri(found.nextElement())));
            }
        }
        files.removeIf(file -> file.name.charAt(0) != kind);
        files.sort(Comparator.comparing(MigrationFile::name));
        return files;
    }

    private static URI uri(URL folder) throws IOException {
        try {
            return folder.toURI();
        } catch (URISyntaxException odd) {
            throw new IOException(odd);
        }
    }

    private static List<MigrationFile> in(URI folder) throws IOException {
        if (!folder.getScheme().equals("jar")) {
            return in(Path.of(folder));
        }
        try (var jar = FileSystems.newFileSystem(folder, Map.of())) {
            return in(jar.getPath(folder.toString().substring(folder.toString().indexOf('!') + 1)));
        }
    }

    private static List<MigrationFile> in(Path folder) throws IOException {
        var files = new ArrayList<MigrationFile>();
        try (var paths = Files.newDirectoryStream(folder, "*.{sql,txt}")) {
            for (var path : paths) {
                files.add(new MigrationFile(path.getFileName().toString(), Files.readString(path)));
            }
        }
        return files;
    }

    /** The version as the name has it, such as {@code 0101}. */
    public String version() {
        return name.substring(1, name.indexOf("__"));
    }

    String description() {
        return name.substring(name.indexOf("__") + 2, name.lastIndexOf('.'));
    }

    /** A line such as {@code -- Purpose: ...} above the statements. */
    public Optional<String> header(String key) {
        var line = Pattern.compile("-- " + key + ": (.+)");
        return sql.lines()
                .takeWhile(text -> text.startsWith("--"))
                .map(line::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1).strip())
                .findFirst();
    }
}
