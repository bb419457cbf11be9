package dev.keystile.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The first sentence of a Javadoc comment, as Markdown in one line. */
final class Sentence {

    private Sentence() {}

    /** Empty if there is no comment, or one that begins with a tag. */
    static String of(@Nullable DocCommentTree comment) {
        if (comment == null) {
            return "";
        }
        return comment.getFirstSentence().stream()
                .map(Sentence::markdown)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static String markdown(DocTree part) {
        if (part instanceof TextTree text) {
            return text.getBody();
        }
        if (part instanceof LiteralTree literal) {
            return "`" + literal.getBody().getBody() + "`";
        }
        if (part instanceof LinkTree link) {
            return "`" + simpleName(link.getReference().getSignature()) + "`";
        }
        return part.toString();
    }

    private static String simpleName(String reference) {
        return reference.replaceAll("\\b[a-z][a-z0-9]*\\.(?=[a-zA-Z])", "").replaceFirst("^#", "");
    }
}
