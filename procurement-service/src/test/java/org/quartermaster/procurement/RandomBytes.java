package org.quartermaster.procurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

/** Bytes as nobody should send them: pure noise, and good ones of which a few are changed and the end may be missing. */
public final class RandomBytes {
    private static final int LONGEST = 400;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    public byte[] next(String good) {
        return random.nextInt(3) == 0 ? noise() : broken(good.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] noise() {
        var noise = new byte[random.nextInt(LONGEST)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] broken(byte[] bytes) {
        for (var n = random.nextInt(4); n >= 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /** Sends so many, none of which may make the service fail. */
    public void send(int times, String good, Function<byte[], Response> request) {
        for (var n = 0; n < times; n++) {
            var bytes = next(good);
            assertThat(request.apply(bytes).statusCode())
                    .as("seed %d, bytes %s", seed, Arrays.toString(bytes))
                    .isLessThan(500);
        }
    }
}
