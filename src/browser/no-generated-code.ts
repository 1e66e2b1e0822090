import { z } from "zod";

// The page's policy lets no text become a program, which is how the library of schemas would be faster. It tries as soon
// as the first schema is made, so this comes before all of them.
z.config({ jitless: true });
