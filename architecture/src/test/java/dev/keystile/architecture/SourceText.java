package dev.keystile.architecture;

import java.net.URI;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/** A source file that is nowhere but in a test. */
final class SourceText extends SimpleJavaFileObject {

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");

    private final String text;

    private SourceText(String text) {
        super(URI.create("planted:///" + typeIn(text) + ".java"), Kind.SOURCE);
        this.text = text;
    }

    static SourceText of(String text) {
        return new SourceText(text);
    }

    /** The name of the first type that {@code text} declares; without any, {@code text} is about its package. */
    static String typeIn(String text) {
        return TYPE.matcher(text)
                .results()
                .findFirst()
                .map(match -> match.group(1))
                .orElse("package-info");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
