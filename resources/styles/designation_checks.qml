<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="kind">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Requirement" type="QString" value="requirement" />
       </Option>
       <Option type="Map">
        <Option name="Permission" type="QString" value="permission" />
       </Option>
       <Option type="Map">
        <Option name="Weighed without a number" type="QString" value="review" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="nodes_as">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="A point inside" type="QString" value="points" />
       </Option>
       <Option type="Map">
        <Option name="Centroids" type="QString" value="centroids" />
       </Option>
       <Option type="Map">
        <Option name="Whole polygons" type="QString" value="polygons" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="outcome">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Pass" type="QString" value="pass" />
       </Option>
       <Option type="Map">
        <Option name="Fail" type="QString" value="fail" />
       </Option>
       <Option type="Map">
        <Option name="Cannot tell" type="QString" value="cannot_tell" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="number">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="at_least">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Yes" type="QString" value="1" />
       </Option>
       <Option type="Map">
        <Option name="No" type="QString" value="0" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="comparison">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="At most" type="QString" value="at_most" />
       </Option>
       <Option type="Map">
        <Option name="Below" type="QString" value="below" />
       </Option>
       <Option type="Map">
        <Option name="At least" type="QString" value="at_least" />
       </Option>
       <Option type="Map">
        <Option name="Above" type="QString" value="above" />
       </Option>
       <Option type="Map">
        <Option name="Is" type="QString" value="is" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="limit">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="margin">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="text_is">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Quoted" type="QString" value="quoted" />
       </Option>
       <Option type="Map">
        <Option name="In our words" type="QString" value="paraphrased" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="confidence">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Read in the original" type="QString" value="primary" />
       </Option>
       <Option type="Map">
        <Option name="From the press" type="QString" value="secondary" />
       </Option>
       <Option type="Map">
        <Option name="No text found" type="QString" value="unverified" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="rule" index="0" name="Rule" />
  <alias field="name" index="1" name="Name of the rule" />
  <alias field="kind" index="2" name="Kind of rule" />
  <alias field="subject" index="3" name="Province or node" />
  <alias field="reading" index="4" name="Reading" />
  <alias field="nodes_as" index="5" name="Nodes as" />
  <alias field="outcome" index="6" name="Outcome" />
  <alias field="fact" index="7" name="Fact" />
  <alias field="fact_name" index="8" name="Name of the fact" />
  <alias field="number" index="9" name="Number" />
  <alias field="value" index="10" name="Value" />
  <alias field="at_least" index="11" name="Number is a lower bound" />
  <alias field="comparison" index="12" name="Comparison" />
  <alias field="limit" index="13" name="Limit" />
  <alias field="limit_value" index="14" name="Value asked for" />
  <alias field="margin" index="15" name="Margin" />
  <alias field="unit" index="16" name="Unit" />
  <alias field="limit_stated" index="17" name="Limit in the words of the law" />
  <alias field="reason" index="18" name="Why it cannot be told" />
  <alias field="law" index="19" name="Law" />
  <alias field="article" index="20" name="Article" />
  <alias field="text_ko" index="21" name="Text of the law, Korean" />
  <alias field="text_en" index="22" name="Text of the law, English" />
  <alias field="text_is" index="23" name="Wording" />
  <alias field="confidence" index="24" name="Confidence" />
  <alias field="source" index="25" name="Source" />
  <alias field="note" index="26" name="Note" />
 </aliases>
 <previewExpression>"rule"</previewExpression>
</qgis>
