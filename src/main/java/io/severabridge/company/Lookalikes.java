package io.severabridge.company;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters of word processors and web pages that look like quotes and blanks, and are none to YAML: a password in them would be
 * a wrong one that nobody sees.
 */
final class Lookalikes {
    private static final Pattern QUOTE = Pattern.compile("(?:^|[:,\\[{]|^\\s*-)\\s*([\\u2018-\\u201F\\u00AB\\u00BB])");
    private static final Pattern BLANK = Pattern.compile("[\\u00A0\\u2000-\\u200B\\u202F\\u205F\\u2060\\u3000\\uFEFF]");

    /** What stands in straight quotes is meant as it is; what is behind a # is a remark. */
    private static final Pattern MEANT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|(?:^|\\s)#.*");

    private Lookalikes() {}

    static void refuse(String text, Problems problems) {
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            String line = MEANT.matcher(lines.get(index)).replaceAll("");
            Matcher blank = BLANK.matcher(line);
            if (blank.find()) {
                throw problems.with(
                        index + 1,
                        "has a no-break space or another blank that is none to YAML (U+"
                                + String.format("%04X", (int) blank.group().charAt(0))
                                + "): type a plain space, or put the value in straight quotes");
            }
            Matcher quote = QUOTE.matcher(line);
            if (quote.find()) {
                throw problems.with(
                        index + 1,
                        "has a curly quote (" + quote.group(1) + ") before a value: type straight quotes, \" or '");
            }
        }
    }
}
