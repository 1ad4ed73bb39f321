package org.huzhu.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program is told that asked for what cannot be: problem details (RFC 9457), which name the thing, its value,
 * and what to do.
 *
 * @param type the kind of problem, a word that never changes
 * @param thing what is wrong, such as the name of a header
 * @param value what it is
 * @param remedy what to do
 */
public record Problem(HttpStatus status, String type, String thing, String value, String remedy) {

    private static final String KIND = "problems/";
    private static final JsonMapper JSON = new JsonMapper();

    private byte[] json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", KIND + type);
        members.put("title", Texts.say("problem." + type));
        members.put("status", status.value());
        members.put("detail", Texts.say("problem." + type) + remedy);
        members.put("thing", thing);
        members.put("value", value);
        members.put("remedy", remedy);
        return JSON.writeValueAsBytes(members);
    }

    /** As the answer of a controller. */
    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json());
    }

    /** As the answer where no controller is reached. */
    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json());
    }
}
