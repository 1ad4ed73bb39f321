/**
 * Programs that bring files (接口密钥): an access key each, for one office and for nothing but bringing files for its
 * quarters.
 */
@NullMarked
@NamedInterface("feeders")
package org.huzhu.quarters.feeders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
