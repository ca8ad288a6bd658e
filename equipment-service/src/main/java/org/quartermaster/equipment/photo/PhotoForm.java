package org.quartermaster.equipment.photo;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;

/**
 * A form with at most one picture, in its part {@code photo}.
 *
 * @param photo the picture's file, or null; browsers send an empty one where none was chosen
 */
public record PhotoForm(MultivaluedMap<String, String> texts, FileItem photo) {
    private static final String PHOTO = "photo";

    /** Sorts the parts of a form; 422 for a file under another name, or a second picture. */
    public static PhotoForm of(MultipartFormDataInput input) {
        var texts = new MultivaluedHashMap<String, String>();
        FileItem photo = null;
        for (var part : input.getValues().entrySet()) {
            for (var value : part.getValue()) {
                if (!value.isFileItem()) {
                    texts.add(part.getKey(), value.getValue());
                } else if (!isEmpty(value)) {
                    requirePhoto(part.getKey(), photo);
                    photo = value.getFileItem();
                }
            }
        }
        return new PhotoForm(texts, photo);
    }

    private static void requirePhoto(String name, FileItem before) {
        if (!name.equals(PHOTO)) {
            throw Problem.invalid(name, "unknown_field");
        }
        if (before != null) {
            throw Problem.invalid(name, "less_than_equal", 1);
        }
    }

    private static boolean isEmpty(FormValue value) {
        return size(value.getFileItem()) == 0;
    }

    /** The texts of the form; all else is an unknown field. */
    public Fields fields() {
        return Fields.ofForm(texts);
    }

    /** Reads the picture's file, on a thread that may block; 413 for one of more bytes. */
    public Callable<byte[]> file(int maxBytes) {
        if (size(photo) > maxBytes) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        return () -> {
            try (var in = photo.getInputStream()) {
                return in.readAllBytes();
            }
        };
    }

    private static long size(FileItem file) {
        try {
            return file.getFileSize();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What makes two forms the same, whatever boundary their client drew between the parts. */
    public byte[] identity(Picture picture) {
        return (new TreeMap<>(texts) + (picture == null ? "" : picture.sha256())).getBytes(StandardCharsets.UTF_8);
    }
}
