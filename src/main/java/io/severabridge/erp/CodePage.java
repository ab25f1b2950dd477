package io.severabridge.erp;

import io.severabridge.failure.WrongSetUp;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Optional;

/** The characters that the ERP's single-byte text can hold. */
public final class CodePage {
    private final Charset charset;

    public CodePage(Charset charset) {
        this.charset = charset;
    }

    /**
     * A code page by the number that SQL Server gives it.
     *
     * @throws WrongSetUp for one that Java does not know, and for 0: a collation without single-byte text
     */
    static CodePage numbered(int number) {
        String name = number == 65001 ? "UTF-8" : (number < 1000 ? "IBM" : "windows-") + number;
        if (number <= 0 || !Charset.isSupported(name)) {
            throw new WrongSetUp("the collation of the ERP database has code page " + number + ", which is not known");
        }
        return new CodePage(Charset.forName(name));
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
