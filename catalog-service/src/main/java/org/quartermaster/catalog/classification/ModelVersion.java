package org.quartermaster.catalog.classification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names a model by its rules and by what it was made of, so that the same data has the same name everywhere. */
final class ModelVersion {

    /** Raised by hand when the way of scoring changes. */
    private static final String RULES = "1";

    private static final int DIGITS = 12;

    private ModelVersion() {}

    static String of(List<ClassificationLabel> labels, List<Passage> passages) {
        MessageDigest digest = sha256();
        labels.forEach(label -> add(digest, label.code() + '\n' + label.group()));
        passages.forEach(passage ->
                add(digest, labels.get(passage.label()).code() + '\n' + passage.weight() + '\n' + passage.folded()));
        return RULES + '-' + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
