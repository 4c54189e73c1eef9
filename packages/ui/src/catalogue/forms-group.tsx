import { Button } from "../actions/button.tsx";
import { CheckboxField } from "../forms/checkbox-field.tsx";
import { FormError } from "../forms/form-error.tsx";
import { FormActions, FormFields } from "../forms/form-fields.tsx";
import { PasswordField } from "../forms/password-field.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { Icon } from "../marks/icon.tsx";
import { TextLink } from "../text/text-link.tsx";
import type { GroupProps, Say } from "./say.ts";
import { Specimen } from "./specimen.tsx";

export function FormsGroup({ say }: GroupProps) {
  return (
    <>
      <Specimen name={say("A form at rest", "待填的表单")}>
        <SignUp say={say} />
      </Specimen>
      <Specimen name={say("Sent back", "退回修改")}>
        <SentBack say={say} />
      </Specimen>
      <Specimen name={say("Not to be written in", "不可填写")}>
        <FormFields>
          <TextField
            name="state-readonly"
            label={say("Your address", "会馆地址")}
            defaultValue="guildhall.example/c/yuanshan"
            readOnly
          />
          <TextField
            name="state-disabled"
            label={say("Search", "搜索")}
            defaultValue={say("Answer-givers", "答疑者")}
            before={<Icon name="search" />}
            disabled
          />
          <CheckboxField
            name="state-checked"
            label={say("The owner keeps every permission", "所有者保留全部权限")}
            defaultChecked
            disabled
          />
        </FormFields>
      </Specimen>
    </>
  );
}

function SignUp({ say }: { readonly say: Say }) {
  return (
    <form method="post" action="#forms">
      <FormFields>
        <TextField
          name="company"
          label={say("Name of your company", "公司名称")}
          description={say("Its first character becomes your stamp.", "首字将刻成你的印章。")}
          autoComplete="organization"
          required
        />
        <TextField name="email" type="email" label={say("Work e-mail", "工作邮箱")} autoComplete="email" required />
        <PasswordField
          name="password"
          label={say("Password", "密码")}
          description={say("Twelve characters or more; a sentence is good.", "至少 12 个字符，一句话最好。")}
          autoComplete="new-password"
          required
        />
        <SelectField
          name="zone"
          label={say("Time zone", "时区")}
          optionalLabel={say("optional", "选填")}
          placeholder={say("As this device says", "跟随设备")}
          options={[
            { value: "Asia/Shanghai", label: say("Shanghai", "上海") },
            { value: "Europe/Dublin", label: say("Dublin", "都柏林") },
          ]}
        />
        <CheckboxField
          name="terms"
          label={
            <>
              {say("I have read the", "我已阅读")}{" "}
              <TextLink href="#forms">{say("terms of the house", "会馆章程")}</TextLink>
            </>
          }
          required
        />
        <CheckboxField
          name="letters"
          label={say("Write to me when something new opens", "有新功能时来信告诉我")}
          description={say("At most once a month.", "每月至多一封。")}
          defaultChecked
        />
        <FormActions>
          <Button type="submit" look="primary">
            {say("Open a hall", "开设会馆")}
          </Button>
          <Button look="quiet">{say("I have an account", "已有账号")}</Button>
        </FormActions>
      </FormFields>
    </form>
  );
}

function SentBack({ say }: { readonly say: Say }) {
  const taken = say("“yuanshan” is taken. “yuanshan-outdoor” is free.", "“yuanshan”已被使用，“yuanshan-outdoor”可用。");
  const short = say("Three more characters are needed.", "还差三个字符。");
  return (
    <form method="post" action="#forms" noValidate>
      <FormFields>
        <FormError
          title={say("Two things need another look", "有两处需要再看一眼")}
          errors={[
            { fieldId: "wrong-address", message: taken },
            { fieldId: "wrong-password", message: short },
          ]}
        />
        <TextField
          id="wrong-address"
          name="address"
          label={say("Address", "地址")}
          defaultValue="yuanshan"
          before={<span aria-hidden="true">/c/</span>}
          error={taken}
        />
        <PasswordField
          id="wrong-password"
          name="password"
          label={say("Password", "密码")}
          defaultValue="ridge-camp"
          error={[short]}
          autoComplete="new-password"
        />
        <SelectField
          id="wrong-country"
          name="country"
          label={say("Country of the invoice", "发票国家")}
          placeholder={say("Choose one", "请选择")}
          options={[]}
          error={say("The invoice needs a country.", "发票需要填写国家。")}
        />
        <CheckboxField
          id="wrong-terms"
          name="terms"
          label={say("I have read the terms of the house", "我已阅读会馆章程")}
          error={say("Please read them first.", "请先阅读。")}
        />
      </FormFields>
    </form>
  );
}
