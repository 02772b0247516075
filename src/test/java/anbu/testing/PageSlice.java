package anbu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What every page needs besides its controller: the frame, the wording, who may see it, and a night that stands still. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "anbu.platform",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "anbu\\.platform\\.(PageFrame|Wording|WebSecurity|ApiRefusals|Time)"))
public class PageSlice {
    /** 03:07 in Seoul, 24 November 2026, a Tuesday. */
    public static final Instant NIGHT = Instant.parse("2026-11-23T18:07:00Z");

    @Bean
    @Primary
    Clock night() {
        return Clock.fixed(NIGHT, ZoneId.of("UTC"));
    }

    /** The page at an address in a language, kept under target/pages to be looked at. */
    public static String page(MockMvc mvc, String address, String language, String keptAs) throws Exception {
        var page = mvc.perform(MockMvcRequestBuilders.get(address)
                        .param("lang", language)
                        .accept("text/html"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return kept(page, keptAs + "-" + language);
    }

    public static String kept(String page, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "pages"));
        Files.writeString(folder.resolve(name + ".html"), page);
        return page;
    }
}
