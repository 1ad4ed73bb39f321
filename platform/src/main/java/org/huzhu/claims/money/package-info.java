/** What members were paid for their claims, and on which card they are paid: the doors for a member himself. */
@NullMarked
@NamedInterface("money")
package org.huzhu.claims.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
