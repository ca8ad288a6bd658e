package org.quartermaster.platform.rest;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts a body while it is read, for those whose length nobody declared. */
@Provider
public final class BodyCount implements ReaderInterceptor {
    private final RoutingContext context;

    @Inject
    BodyCount(RoutingContext context) {
        this.context = context;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        reading.setInputStream(new Counted(reading.getInputStream(), BodyLimits.of(context)));
        return reading.proceed();
    }

    private final class Counted extends FilterInputStream {
        private final long limit;
        private long count;

        Counted(InputStream body, long limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            add(Math.max(read, 0));
            return read;
        }

        private void add(int read) {
            count += read;
            if (count > limit) {
                throw BodyLimits.tooLarge(context);
            }
        }
    }
}
