package org.quartermaster.equipment.telemetry;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import java.util.UUID;
import org.quartermaster.equipment.reading.Sample;

/** What identifies a sample beside its machine and time, so that it can be sent twice. */
final class SampleKey {
    private SampleKey() {}

    /** Name-based over machine, time and the sender's id (RFC 9562, section 5.3), else a hash of the content. */
    static UUID of(String equipmentId, Sample sample) {
        if (sample.sampleId() != null) {
            var name = equipmentId + '\n' + sample.recordedAt() + '\n' + sample.sampleId();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
        try {
            var digest = ByteBuffer.wrap(
                    MessageDigest.getInstance("MD5").digest(content(sample).getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** NB: where it came from does not belong to it; a gateway may repeat what the device has sent. */
    private static String content(Sample sample) {
        var content = new StringBuilder(96);
        add(content, sample.fuelPercent());
        add(content, sample.hours());
        add(content, sample.km());
        add(content, sample.lat());
        add(content, sample.lon());
        content.append(sample.accuracyM()).append(';');
        content.append(sample.altitudeM()).append(';');
        content.append(sample.speedKmh()).append(';');
        content.append(sample.headingDeg()).append(';');
        content.append(sample.engineOn()).append(';');
        new TreeMap<>(sample.measures()).forEach((name, value) -> {
            content.append(name).append('=');
            add(content, value);
        });
        return content.toString();
    }

    private static void add(StringBuilder content, BigDecimal value) {
        content.append(value == null ? "" : value.toPlainString()).append(';');
    }
}
