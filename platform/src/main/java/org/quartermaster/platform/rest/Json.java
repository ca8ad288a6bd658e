package org.quartermaster.platform.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** JSON as the platform speaks it: snake_case, lower-case words, ISO 8601 times, decimals with full precision. */
@Singleton
public final class Json implements ObjectMapperCustomizer {
    private static final int MAX_DEPTH = 64;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What is kept holds what was sent within objects of ours. */
    private static final int MAX_STORED_DEPTH = 2 * MAX_DEPTH;

    private static final ObjectMapper READER = reader(MAX_DEPTH);
    private static final ObjectMapper STORED = reader(MAX_STORED_DEPTH);

    @Override
    public void customize(ObjectMapper mapper) {
        // 5.00 stays 5.00 in events and kept answers, as the API shows it.
        mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        var words = new SimpleModule("words");
        words.addSerializer(new WordSerializer());
        mapper.registerModule(words)
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .configure(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, true)
                .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
                .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false);
    }

    /**
     * The JSON of a body; null for an empty one.
     *
     * @throws Problem 400 when it is not JSON (RFC 8259), not UTF-8, names a member twice or is nested too deep
     */
    public static JsonNode read(byte[] body) {
        if (body == null || body.length == 0) {
            return null;
        }
        try {
            var node = READER.readTree(utf8(body));
            if (!node.isMissingNode()) {
                return node;
            }
        } catch (IOException | NumberFormatException unreadable) {
            throw Problem.of(ProblemType.MALFORMED_JSON);
        }
        throw Problem.of(ProblemType.MALFORMED_JSON);
    }

    /** NB: Jackson would guess UTF-16 and UTF-32, and let overlong forms and encoded surrogates pass. */
    private static String utf8(byte[] body) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        return (text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK ? text.subSequence(1, text.length()) : text)
                .toString();
    }

    /** The JSON object of a body; 422 for another kind of JSON, an empty object for no body. */
    public static ObjectNode object(byte[] body) {
        var node = read(body);
        if (node == null) {
            return READER.createObjectNode();
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw Problem.invalid("", "type");
    }

    /** Reads stored JSON; null stays null. */
    public static JsonNode stored(String text) {
        try {
            return text == null ? null : STORED.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored JSON is broken", broken);
        }
    }

    private static ObjectMapper reader(int maxDepth) {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxNumberLength(1_000)
                        .build());
        return mapper;
    }

    /** Writes every enumeration as its word. */
    private static final class WordSerializer extends StdSerializer<Enum<?>> {
        WordSerializer() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> constant, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(Words.of(constant));
        }
    }
}
