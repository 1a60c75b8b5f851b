package io.portafilter.proxy.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalPathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/                  | /",
                "/a/b               | /a/b",
                "/a%20b             | \"/a b\"",
                "/a%2Fb             | /a/b",
                "/a%2fb             | /a/b",
                "//a///b//          | /a/b/",
                "/a%2F/b            | /a/b",
                "/a/./b             | /a/b",
                "/a/.               | /a/",
                "/./                | /",
                "/.                 | /",
                "/a/b/..            | /a/",
                "/a/b/../           | /a/",
                "/a/../b            | /b",
                "/a/..              | /",
                "/a/%2e%2E/b        | /b",
                "/a/.%2e/b          | /b",
                "/a//../b           | /b",
                "/a/..b             | /a/..b",
                "/a/...             | /a/...",
                "/.a                | /.a",
                "/a/..;x=1/b        | /a/..;x=1/b",
                "/a%252e%252e       | /a%2e%2e",
                "/a%25              | /a%",
                "/a%3Fb             | /a?b",
                "/a\\..\\b          | /a\\..\\b",
                "/%C3%A9            | /Ã©",
                "/a+b               | /a+b"
            })
    void aPathIsDecodedOnceAndResolved(String raw, String normal) throws BadHead {
        assertThat(NormalPath.of(raw)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..",
                "/../a",
                "/a/../..",
                "/%2e%2e/a",
                "/a/..//../b",
                "/%",
                "/%2",
                "/%zz",
                "/%2g",
                "/%00",
                "/a%00b"
            })
    void aPathThatLeavesTheRootOrIsNoPathIsRefused(String raw) {
        assertThatThrownBy(() -> NormalPath.of(raw))
                .isInstanceOfSatisfying(
                        BadHead.class, e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void whateverIsNormalHasNoDotSegmentAndNoDoubleSlash() {
        String[] parts = {"/", "//", ".", "..", "a", "%2e", "%2F", "b.", ".c"};
        Random random = new Random(42);
        int normal = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder raw = new StringBuilder("/");
            for (int j = random.nextInt(8); j > 0; j--) {
                raw.append(parts[random.nextInt(parts.length)]);
            }
            try {
                String path = NormalPath.of(raw.toString());
                normal++;
                assertThat(path)
                        .startsWith("/")
                        .doesNotContain("//")
                        .doesNotContain("/./")
                        .doesNotContain("/../");
                assertThat(path).doesNotEndWith("/.").doesNotEndWith("/..");
                assertThat(NormalPath.of(path)).isEqualTo(path);
            } catch (BadHead e) {
                assertThat(e.status()).isEqualTo(400);
            }
        }
        assertThat(normal).isGreaterThan(10_000);
    }
}
