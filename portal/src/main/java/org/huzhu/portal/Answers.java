package org.huzhu.portal;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a form is answered with besides a page. */
public final class Answers {

    private Answers() {}

    /**
     * On to another page, which is then asked for by itself: to load it again does nothing twice.
     *
     * @param cookies to be set on the way
     */
    public static ResponseEntity<Void> to(String address, String... cookies) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookies)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    /**
     * The form once more, with what was typed and what is wrong with it.
     *
     * @param cookies to be set with it
     */
    public static <T> ResponseEntity<T> again(T page, String... cookies) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .header(HttpHeaders.SET_COOKIE, cookies)
                .body(page);
    }
}
