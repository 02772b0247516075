package anbu.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Chromium of this machine with one page, noting whatever goes wrong in it: script errors, refused content, answers that failed. */
public final class Browser implements AutoCloseable {
    /** A form that comes back with its messages is no failure. */
    private static final int FORM_AGAIN = 422;

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final Page page;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright, Page page) {
        this.playwright = playwright;
        this.page = page;
    }

    /** Where Chromium or Chrome is installed on this machine; empty when it is not. */
    public static Optional<Path> installed() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Pattern.compile(File.pathSeparator)
                        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens the installed browser on an empty page. */
    public static Browser open(Path executable, String baseUrl) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var context = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS))
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(baseUrl)
                        .setViewportSize(1440, 1000));
        var browser = new Browser(playwright, context.newPage());
        browser.note(context);
        return browser;
    }

    private void note(BrowserContext context) {
        context.exposeBinding("anbuViolation", (source, facts) -> problems.add("content policy: " + facts[0]));
        context.addInitScript(
                "addEventListener('securitypolicyviolation', e => anbuViolation(e.violatedDirective + ' ' + e.blockedURI))");
        page.onPageError(error -> problems.add("script: " + error));
        page.onConsoleMessage(this::note);
        page.onRequestFailed(request -> {
            if (!"net::ERR_ABORTED".equals(request.failure())) { // what a page that is left no longer needs
                problems.add("request: %s %s".formatted(request.url(), request.failure()));
            }
        });
        page.onResponse(answer -> {
            if (answer.status() >= 400 && answer.status() != FORM_AGAIN) {
                problems.add("answer: %d %s".formatted(answer.status(), answer.url()));
            }
        });
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().contains("status of " + FORM_AGAIN)) {
            problems.add("console: " + message.text());
        }
    }

    public Page page() {
        return page;
    }

    /** What went wrong so far. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
