package org.partnerportal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** What is too large leads back to its page, which may take more than the others. */
class UploadFilterTests {

    private static final int MEGABYTE = 1024 * 1024;

    private final UploadFilter filter =
            new UploadFilter(List.of(new LargeUpload(Pattern.compile("/large"), DataSize.ofMegabytes(60))));

    private static MockHttpServletRequest request(String page, long length) {
        var request = new MockHttpServletRequest("POST", page) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.setContentType("multipart/form-data; boundary=x");
        return request;
    }

    private String answer(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getRedirectedUrl();
    }

    @Test
    void eachPageHasItsLimit() throws Exception {
        assertThat(answer(request("/usual", 26L * MEGABYTE))).isNull();
        assertThat(answer(request("/usual", 26L * MEGABYTE + 1))).isEqualTo("/usual?too-large=true");
        assertThat(answer(request("/large", 60L * MEGABYTE))).isNull();
        assertThat(answer(request("/large", 60L * MEGABYTE + 1))).isEqualTo("/large?too-large=true");
        assertThat(answer(request("/large/more", 27L * MEGABYTE))).isEqualTo("/large/more?too-large=true");
    }

    @Test
    void aBodyOfUnknownLengthIsForTheLargePageOnly() throws Exception {
        for (String page : List.of("/usual", "/large")) {
            MockHttpServletRequest request = request(page, -1);
            request.addHeader("Transfer-Encoding", "chunked");
            assertThat(answer(request)).isEqualTo(page.equals("/usual") ? "/usual?too-large=true" : null);
        }
        MockHttpServletRequest form = request("/usual", -1);
        form.setContentType("application/x-www-form-urlencoded");
        form.addHeader("Transfer-Encoding", "chunked");
        assertThat(answer(form)).isNull();
    }
}
