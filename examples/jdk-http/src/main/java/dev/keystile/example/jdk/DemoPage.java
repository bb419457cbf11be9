package dev.keystile.example.jdk;

import com.sun.net.httpserver.HttpHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The demo's page at {@code /}: its files, and what a browser may do with them. */
final class DemoPage {

    /** Everything comes from this server, nothing is inline, and no script turns a text into markup. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final List<String> FILES = List.of(
            "icon.svg",
            "style/base.css",
            "style/forms.css",
            "style/figures.css",
            "script/main.js",
            "script/bytes.js",
            "script/md5.js",
            "script/caa.js",
            "script/caa-checks.js",
            "script/chain.js",
            "script/breaks.js",
            "script/paint.js",
            "script/jwt.js",
            "script/wire.js",
            "script/wallet.js",
            "script/view.js",
            "script/field.js",
            "script/verdict.js",
            "script/timeline.js",
            "script/login.js",
            "script/sign.js",
            "script/refresh.js",
            "script/tokens.js",
            "script/dialects.js",
            "script/token-editor.js",
            "script/race.js",
            "script/i18n.js",
            "script/text-en.js",
            "script/text-zh.js");

    private DemoPage() {}

    /** The page, in front of {@code next}, which answers every path that isn't the page's. */
    static HttpHandler inFrontOf(HttpHandler next) {
        Map<String, StaticFile> files = new HashMap<>();
        files.put("/", StaticFile.of(DemoPage.class, "page/index.html"));
        FILES.forEach(name -> files.put("/page/" + name, StaticFile.of(DemoPage.class, "page/" + name)));
        return new StaticFiles(files, HEADERS, next);
    }
}
