/** Who has a claim before him just now, told to others who open it; it keeps nobody from deciding. */
@NullMarked
@NamedInterface("looking")
package org.huzhu.claims.looking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
