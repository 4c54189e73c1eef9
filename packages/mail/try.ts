import { writeFileSync } from "node:fs";
import { houseOf } from "./src/templates/house.ts";
import { invitation } from "./src/templates/invitation.ts";
import { notice } from "./src/templates/notice.ts";
import { signInLink } from "./src/templates/sign-in-link.ts";
import { smsCode } from "./src/templates/sms-code.ts";
import { verifyEmail } from "./src/templates/verify-email.ts";

const url = "https://guildhall.example/login/link/8f3kQ0vXn2mZr7TtYw4pLq9sUe1aBd6c";
for (const locale of ["en", "zh-CN"] as const) {
  const zh = locale === "zh-CN";
  const tenant = zh ? { name: "远山户外", accent: "#1b6f54" } : { name: "Harbour Lane Books", accent: "#2e4a7a" };
  const t = { locale, house: houseOf(tenant, locale), purpose: "transactional", unsubscribeUrl: null } as const;
  const g = { ...t, house: houseOf(null, locale) };
  const c = { ...t, purpose: "events", unsubscribeUrl: "https://guildhall.example/unsubscribe/abc" } as const;
  const put = (name: string, r: { channel: string; text: string; html?: string }) => {
    writeFileSync(`/tmp/mails/${name}-${locale}.html`, r.html ?? "");
    writeFileSync(`/tmp/mails/${name}-${locale}.txt`, r.text);
  };
  put("sign-in", signInLink.render({ url, minutes: 15, code: "482913" }, g));
  put("verify", verifyEmail.render({ url, hours: 24 }, t));
  put(
    "invitation",
    invitation.render({ url, inviter: zh ? "林薇" : "Ada Moreau", role: zh ? "经理" : "manager", days: 7 }, t),
  );
  put(
    "notice",
    notice.render(
      {
        title: zh ? "周六清晨，梅家坞采茶" : "Saturday's reading moves upstairs",
        paragraphs: zh
          ? ["这一批明前茶只有六十斤，采茶那天想请你来看看。", "早上六点半集合，午前下山。\n穿防滑的鞋。"]
          : [
              "More of you said yes than our front room holds, so we will read in the gallery on the first floor.",
              "Doors at six, first page at half past.\nTea is on us.",
            ],
        points: zh
          ? ["集合：龙井路停车场", "午饭：农家菜，已含在票里"]
          : ["Bring the copy you have scribbled in", "The lift is at the back, past Poetry"],
        action: { label: zh ? "看看活动" : "See the evening", url: "https://guildhall.example/c/x/events/1" },
      },
      c,
    ),
  );
  put("sms", smsCode.render({ code: "482913", minutes: 10 }, t));
}
