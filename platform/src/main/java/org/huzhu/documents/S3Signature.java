package org.huzhu.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huzhu.crypto.Digests;

/** What a request to an object store is signed with: AWS Signature Version 4, which all such stores understand. */
final class S3Signature {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private S3Signature() {}

    /** The headers that make the request ours; that of the host is sent anyway. */
    static Map<String, String> headers(S3Bucket bucket, String method, URI address, byte[] body, Instant now) {
        String digest = Digests.hex(Digests.sha256(body));
        SequencedMap<String, String> signed = new TreeMap<>();
        signed.put("host", address.getRawAuthority());
        signed.put("x-amz-content-sha256", digest);
        signed.put("x-amz-date", MOMENT.format(now));
        String names = String.join(";", signed.keySet());
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        String request = String.join(
                "\n",
                method,
                address.getRawPath(),
                query,
                signed.entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue() + "\n")
                        .collect(Collectors.joining()),
                names,
                digest);
        String scope = String.join("/", DAY.format(now), bucket.region(), "s3", "aws4_request");
        String toSign = String.join(
                "\n", ALGORITHM, MOMENT.format(now), scope, Digests.hex(Digests.sha256(request.getBytes(UTF_8))));
        byte[] key = ("AWS4" + bucket.secret()).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = Digests.hmacSha256(key, part.getBytes(UTF_8));
        }
        signed.remove("host");
        signed.put(
                "authorization",
                "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(
                                ALGORITHM,
                                bucket.id(),
                                scope,
                                names,
                                Digests.hex(Digests.hmacSha256(key, toSign.getBytes(UTF_8)))));
        return signed;
    }
}
