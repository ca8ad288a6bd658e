package org.quartermaster.procurement.document;

import java.time.Duration;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Ends the reading of a document when its time is over: no thread can be ended from outside. */
final class Deadline extends ContentHandlerDecorator {
    private final long end;

    Deadline(ContentHandler handler, Duration most) {
        super(handler);
        this.end = System.nanoTime() + most.toNanos();
    }

    /** The time is over. */
    static final class Passed extends SAXException {
        private static final long serialVersionUID = 1;

        Passed() {
            super("out of time");
        }
    }

    private void check() throws Passed {
        if (System.nanoTime() - end > 0) {
            throw new Passed();
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        check();
        super.startElement(uri, name, qualified, attributes);
    }

    @Override
    public void characters(char[] letters, int start, int length) throws SAXException {
        check();
        super.characters(letters, start, length);
    }
}
