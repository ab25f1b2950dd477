package io.severabridge.erp;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Optional;

/** The characters that the ERP's single-byte text can hold. */
public final class CodePage {
    private final Charset charset;

    public CodePage(Charset charset) {
        this.charset = charset;
    }

    /** As Java calls it, such as {@code windows-1252}. */
    public String name() {
        return charset.name();
    }

    /** The first code point of a text that it does not hold. */
    public Optional<Integer> firstForeign(String text) {
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) {
            return Optional.empty();
        }
        return text.codePoints()
                .filter(point -> !encoder.canEncode(Character.toString(point)))
                .boxed()
                .findFirst();
    }
}
