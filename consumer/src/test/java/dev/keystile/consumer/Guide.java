package dev.keystile.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document that somebody follows word for word: files to write, commands to type, and what they print. */
final class Guide {

    private static final Pattern FILE = Pattern.compile("(?m)^`([^`]+)`\n\n```\\w+\n(.*?)```", Pattern.DOTALL);

    private final String text;

    private Guide(String text) {
        this.text = text;
    }

    static Guide read(Path document) throws IOException {
        return new Guide(Files.readString(document));
    }

    /** This guide, in a place where {@code wording} is {@code another}. */
    Guide with(String wording, String another) {
        return new Guide(text.replace(wording, another));
    }

    void writeFilesTo(Path directory) throws IOException {
        Matcher file = FILE.matcher(text);
        while (file.find()) {
            Path written = directory.resolve(file.group(1));
            Files.createDirectories(written.resolveSibling("."));
            Files.writeString(written, file.group(2));
        }
    }

    /** The content of the file that is called {@code name}. */
    String file(String name) {
        return FILE.matcher(text)
                .results()
                .filter(file -> file.group(1).equals(name))
                .map(file -> file.group(2))
                .findFirst()
                .orElseThrow();
    }

    /** What stands in fences of {@code language}, in its order. */
    List<String> blocks(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
